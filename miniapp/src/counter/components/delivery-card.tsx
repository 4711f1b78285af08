import type { DeliveryState } from '@little-bench/shared/notifications/templates'
import { View } from '@tarojs/components'
import { dateTimeInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { StatusChip, type StatusTone } from '../../ui/status-chip'
import styles from '../counter.module.scss'
import type { Delivery } from '../delivery.api'
import { deliveryText, noticeGroupText } from '../delivery.text'
import { groupOfNotice } from '../notice-group'
import { useMay } from '../use-staff-community'

const TONE: Record<DeliveryState, StatusTone> = {
  waiting: 'waiting',
  sending: 'waiting',
  sent: 'good',
  delivered: 'good',
  failed: 'late',
  unclear: 'soon',
}

/** One message to one person: how it fared, why it did not arrive, and what to do now. */
export const DeliveryCard = ({ delivery }: { delivery: Delivery }) => {
  const t = useText(deliveryText)
  const tGroup = useText(noticeGroupText)
  const mayCall = useMay('call.record')
  const { personName, kind, state, problem, attempts, errorCode, createdAt, nextAt, isCalled } = delivery
  const advice = problem ? t(`${problem}Why`) + t(`${problem}Do`) : state === 'unclear' ? t('unclearDo') : ''
  const tries = [
    ...(attempts > 1 ? [t('tried', { count: attempts })] : []),
    ...(errorCode === null ? [] : [t('code', { code: errorCode })]),
    ...(nextAt ? [t('next', { time: dateTimeInSentence(nextAt) })] : []),
  ]
  return (
    <Card>
      <View className={styles.row}>
        <View className={styles.strong}>{t('to', { name: personName })}</View>
        <StatusChip word={t(state)} tone={TONE[state]} />
      </View>
      <View className={styles.caption}>
        {t('about', { kind: tGroup(groupOfNotice(kind)), time: dateTimeInSentence(createdAt) })}
      </View>
      {advice !== '' && <View className={styles.spaced}>{advice}</View>}
      {tries.length > 0 && <View className={styles.caption}>{tries.join(' · ')}</View>}
      {isCalled && (
        <View className={styles.ways}>
          <StatusChip word={t('isCalled')} tone='waiting' icon='phone' />
          {mayCall && (
            <Button icon='phone' onPress={() => openPage('counter/pages/call-list/index')}>
              {t('toCalls')}
            </Button>
          )}
        </View>
      )}
    </Card>
  )
}
