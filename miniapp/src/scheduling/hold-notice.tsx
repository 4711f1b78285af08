import { Text, View } from '@tarojs/components'
import { clockInSentence } from '../platform/dates'
import { useText } from '../platform/i18n/text'
import { useNow } from '../platform/use-now'
import { a11y } from '../ui/a11y'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import styles from './scheduling.module.scss'
import { schedulingText } from './scheduling.text'
import type { Hold } from './use-hold'

const TICK_MS = 10_000
const MINUTE_MS = 60_000
/** With so much left the way to more time is offered. */
const SOON_MINUTES = 5

/** How long the seat is kept, quietly; near the end one tap keeps it longer, and after it one tap tries again. */
export const HoldNotice = ({ hold }: { hold: Hold }) => {
  const t = useText(schedulingText)
  const now = useNow(TICK_MS)
  const { booking, isExpired, isExtending, extend, again } = hold
  if (!booking?.expiresAt) return null
  const minutes = Math.max(1, Math.round((Date.parse(booking.expiresAt) - now.getTime()) / MINUTE_MS))
  const isSoon = minutes <= SOON_MINUTES
  return (
    <View
      className={isExpired || isSoon ? styles.holdSoon : styles.hold}
      {...a11y({ role: 'group', label: t('hold') })}
    >
      <View className={styles.holdWords} {...a11y({ live: isExpired || isSoon ? 'polite' : undefined })}>
        <Icon name='clock' />
        <Text>
          {isExpired ? t('holdOver') : t('heldUntil', { until: clockInSentence(booking.expiresAt), count: minutes })}
        </Text>
      </View>
      {isExpired && <Button onPress={again}>{t('holdAgain')}</Button>}
      {!isExpired && isSoon && booking.canExtend && (
        <Button isBusy={isExtending} onPress={extend}>
          {t('holdLonger')}
        </Button>
      )}
    </View>
  )
}
