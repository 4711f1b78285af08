import { addDays, shanghaiTime } from '@little-bench/shared/kernel/time'
import type { Child } from '@little-bench/shared/people/child.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { callPhone } from '../../platform/call-phone'
import { clockInSentence, dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useNow } from '../../platform/use-now'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { StatusChip } from '../../ui/status-chip'
import type { Activity } from '../activities.api'
import styles from '../activities.module.scss'
import { activityText } from '../activity.text'
import { ageWords, canSignUp, leftWords } from '../activity-words'
import { SignUpSheet } from './sign-up-sheet'
import { YourSignUp } from './your-sign-up'

interface ActivityCardProps {
  communityId: string
  activity: Activity
  ownChildren: readonly Child[]
  /** Leads activities here. */
  isHost: boolean
}

/** One date of an activity: when, where, for whom, what is left, and whoever of the family is signed up. */
export const ActivityCard = ({ communityId, activity, ownChildren, isHost }: ActivityCardProps) => {
  const t = useText(activityText)
  const now = useNow()
  const [isOpen, setOpen] = useState(false)
  const { id, name, about, on, startsAt, endsAt, place, refusal, isForChildren, isDemo, yours } = activity
  const isFull = refusal === 'slot_full'
  const day = dateInSentence(on)
  // The list is for those who prepare for it, and no earlier.
  const isNear = on <= addDays(shanghaiTime(now).date, 1)
  const signUp = yours.length > 0 ? t('moreChildren') : t('signUp')
  const action = isFull ? t('wait') : signUp
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.name}>{name}</View>
        {isDemo && <StatusChip word={t('demo')} tone='plain' icon='bench' />}
      </View>
      <View className={styles.line}>{about}</View>
      <View>{t('time', { from: clockInSentence(startsAt), to: clockInSentence(endsAt) })}</View>
      <View>
        {place.name}，{place.address}
      </View>
      <View>{ageWords(activity, t)}</View>
      {isForChildren && <View>{t('forChildren')}</View>}
      <View className={styles.line}>
        <StatusChip word={leftWords(activity, t)} tone={refusal === null ? 'good' : 'plain'} icon='person' />
      </View>
      {yours.map((your) => (
        <YourSignUp
          key={your.bookingId}
          communityId={communityId}
          your={your}
          who={
            ownChildren.find((child) => child.id === your.childId)?.nickname ?? t(your.childId ? 'child' : 'yourself')
          }
          isOver={refusal === 'past_cutoff'}
        />
      ))}
      <View className={styles.stack}>
        {canSignUp(activity) && (
          <Button isWide label={t('actionOf', { action, name, day })} onPress={() => setOpen(true)}>
            {action}
          </Button>
        )}
        {isHost && !isNear && <View>{t('rosterNotYet')}</View>}
        {isHost && isNear && (
          <Button
            isWide
            icon='list'
            label={t('rosterOf', { name, day })}
            onPress={() => openPage('activities/pages/roster/index', { communityId, slotId: id })}
          >
            {t('roster')}
          </Button>
        )}
        <Button isWide icon='phone' label={t('callPlace', place)} onPress={() => callPhone(place.phone)}>
          {place.phone}
        </Button>
      </View>
      {isOpen && (
        <SignUpSheet
          communityId={communityId}
          activity={activity}
          ownChildren={ownChildren}
          isWait={isFull}
          onClose={() => setOpen(false)}
        />
      )}
    </Card>
  )
}
