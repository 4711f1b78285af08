import type { Community } from '@little-bench/shared/communities/contract'
import { spokenCode } from '@little-bench/shared/people/codes'
import { View } from '@tarojs/components'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { goBack } from '../../platform/navigation'
import { spokenParts } from '../../platform/receipt-number'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Slip, SlipLine, SlipNumber } from '../../ui/slip'
import type { AssistedReceipt } from '../assisted-issue.api'
import { assistedText } from '../assisted-issue.text'
import styles from '../counter.module.scss'
import { paperText } from '../paper.text'
import { OfflineLines } from './offline-lines'

interface ReceiptSlipProps {
  filed: AssistedReceipt
  community: Community
  onAnother: () => void
}

/** The receipt to hand over. What it is about does not stand on it: a paper is read by whoever finds it. */
export const ReceiptSlip = ({ filed: { receipt, code }, community, onAnother }: ReceiptSlipProps) => {
  const t = useText(assistedText)
  const tPaper = useText(paperText)
  const spoken = spokenParts(receipt.receiptNumber)
  return (
    <>
      <View className={styles.block} {...a11y({ role: 'status', live: 'polite' })}>
        <Card tint='green'>
          <View className={styles.strong}>{t('sent')}</View>
          <View>{t('sentWords')}</View>
          {code && <View>{t('keepNow')}</View>}
        </Card>
      </View>
      <Slip isShownOnce={code !== null} title={t('slipTitle')}>
        <SlipNumber name={t('number')} value={receipt.receiptNumber} />
        {spoken && <SlipLine>{t('spokenNumber', spoken)}</SlipLine>}
        <SlipLine>{t('whoHasIt', { queue: receipt.queue.name })}</SlipLine>
        <SlipLine>{t('byWhen', { date: dateInSentence(receipt.dueAt) })}</SlipLine>
        <SlipLine>{t('status')}</SlipLine>
        {code && (
          <>
            <SlipNumber name={t('code')} value={spokenCode(code.code)} />
            <SlipLine>{t('codeHow')}</SlipLine>
            <SlipLine>{t('codeUntil', { date: dateInSentence(code.expiresAt) })}</SlipLine>
            <SlipLine>{tPaper('keepSafe')}</SlipLine>
          </>
        )}
        <OfflineLines community={community} />
      </Slip>
      <View className={styles.ways}>
        <Button icon='back' onPress={goBack}>
          {t('back')}
        </Button>
        <Button icon='plus' onPress={onAnother}>
          {t('another')}
        </Button>
      </View>
    </>
  )
}
