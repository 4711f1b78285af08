import { ANSWER_DAYS } from '@little-bench/shared/mediation/kinds'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { replacePage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Page } from '../../ui/page'
import { Section } from '../../ui/section'
import { StatusChip } from '../../ui/status-chip'
import styles from '../mediation.module.scss'
import { requestText } from '../request.text'
import { CommitteeWay } from './committee-way'

interface RequestSentProps {
  communityId: string
  sent: { id: string; receiptNumber: string }
}

/** What happens next and by when, and that nobody is bound to anything. */
export const RequestSent = ({ communityId, sent: { id, receiptNumber } }: RequestSentProps) => {
  const t = useText(requestText)
  return (
    <Page
      title={t('sentTitle')}
      action={
        <Button kind='primary' isWide onPress={() => replacePage('mediation/pages/case/index', { communityId, id })}>
          {t('seeCase')}
        </Button>
      }
    >
      <Card tint='green'>
        <View className={styles.mark}>
          <StatusChip word={t('sentTitle')} tone='good' />
        </View>
        <View className={styles.name}>{t('sentNumber', { number: receiptNumber })}</View>
        <View>{t('sentDraft')}</View>
      </Card>
      <Section title={t('nextTitle')}>
        <Card>
          <View className={styles.line}>{t('sentNext1')}</View>
          <View className={styles.line}>{t('sentNext2', { days: ANSWER_DAYS })}</View>
          <View className={styles.line}>{t('sentNext3')}</View>
          <View className={styles.line}>{t('sentFree')}</View>
          <View>{t('sentWhere')}</View>
        </Card>
      </Section>
      <CommitteeWay communityId={communityId} />
    </Page>
  )
}
