import { View } from '@tarojs/components'
import { clockInSentence, dateInSentence, dateTimeInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { CalendarButton, WaitlistCard } from '../../scheduling'
import { Button } from '../../ui/button'
import { FactList } from '../../ui/fact-list'
import { Sheet } from '../../ui/sheet'
import type { SignUp } from '../activities.api'
import styles from '../activities.module.scss'
import { activityText } from '../activity.text'

interface SignedUpProps {
  signUp: SignUp
  place: string
  onClose: () => void
}

/** What became of it: the seat with its calendar entry, or the place on the waitlist and what comes next. */
export const SignedUp = ({ signUp, place, onClose }: SignedUpProps) => {
  const t = useText(activityText)
  const { id, name, on, startsAt, endsAt, cutoffAt, childName, waitlist } = signUp
  const [from, to] = [clockInSentence(startsAt), clockInSentence(endsAt)]
  return (
    <Sheet isOpen title={t(waitlist ? 'waitTitle' : 'doneTitle')} onClose={onClose}>
      <View className={styles.name}>{name}</View>
      <FactList
        facts={[
          ...(childName === null ? [] : [{ name: t('who'), value: childName }]),
          { name: t('when'), value: `${t('day', { day: dateInSentence(on) })} ${t('time', { from, to })}` },
          { name: t('where'), value: place },
          ...(waitlist ? [] : [{ name: t('until'), value: t('cancelUntil', { until: dateTimeInSentence(cutoffAt) }) }]),
        ]}
      />
      {waitlist && (
        <>
          <View className={styles.line}>{t('waitNext')}</View>
          <WaitlistCard place={waitlist} />
        </>
      )}
      <View className={styles.stack}>
        {!waitlist && <CalendarButton entry={{ id, title: name, startsAt, endsAt, place }} />}
        <Button isWide icon='list' onPress={() => openPage('bookings/pages/mine/index')}>
          {t('myBookings')}
        </Button>
      </View>
    </Sheet>
  )
}
