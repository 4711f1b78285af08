import type { IssueReceipt } from '@little-bench/shared/issues/contract'
import { View } from '@tarojs/components'
import { OfflineWay } from '../../communities'
import { startActingAtItem } from '../../platform/acting'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { HOME_PAGE, replacePage, restartAt } from '../../platform/navigation'
import { spokenParts } from '../../platform/receipt-number'
import { type ActingFor, useSession } from '../../platform/session'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import { Page } from '../../ui/page'
import { Section } from '../../ui/section'
import styles from './report.module.scss'
import { reportText } from './report.text'

interface ReceiptViewProps {
  receipt: IssueReceipt
  communityId: string
  /** Whose business it is; null for one's own. */
  actingFor: ActingFor | null
}

/** After sending: the number, who has it, by when, why there, what comes next and how to take it back. */
export const ReceiptView = ({ receipt, communityId, actingFor }: ReceiptViewProps) => {
  const t = useText(reportText)
  // Answers and questions go to whose business it is.
  const who = actingFor?.name ?? t('you')
  const isTheirsOpen = useSession((session) => session.actingFor?.id === actingFor?.id)
  const date = dateInSentence(receipt.dueAt)
  const spoken = spokenParts(receipt.receiptNumber)
  const open = () => {
    const item = { communityId, id: receipt.id }
    if (actingFor && !isTheirsOpen) startActingAtItem(actingFor, item)
    else replacePage('issues/pages/detail/index', item)
  }
  return (
    <Page
      title={t('sent')}
      action={
        <Button kind='primary' isWide onPress={open}>
          {t('openItem')}
        </Button>
      }
    >
      <View {...a11y({ role: 'status', live: 'polite' })}>
        <Card tint='green'>
          <View>{t('sentWords')}</View>
          <View className={styles.caption}>{t('receiptNumber')}</View>
          <View className={styles.number}>{receipt.receiptNumber}</View>
          {spoken && <View>{t('spokenNumber', spoken)}</View>}
        </Card>
      </View>
      <Card>
        <FactList
          facts={[
            { name: t('whoHasIt'), value: receipt.queue.name },
            { name: t('byWhen'), value: t('beforeDate', { date }) },
            { name: t('whyThere'), value: receipt.routedBecause },
          ]}
        />
      </Card>
      <Section title={t('nextTitle')}>
        <View>1. {t('nextOne', { who })}</View>
        <View>2. {t('nextTwo', { date, who })}</View>
        <View>3. {t('nextThree', { who })}</View>
        <View className={styles.spaced}>{t('howToWithdraw')}</View>
        <Button icon='home' onPress={() => restartAt(HOME_PAGE)}>
          {t('goHome')}
        </Button>
      </Section>
      <OfflineWay communityId={communityId} />
    </Page>
  )
}
