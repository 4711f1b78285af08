import type { Child } from '@little-bench/shared/people/child.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAskToTell } from '../../notifications'
import { CallError } from '../../platform/call-error'
import { clockInSentence, dateInSentence, dateTimeInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { WaitlistOrder } from '../../scheduling'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { FactList } from '../../ui/fact-list'
import { Sheet } from '../../ui/sheet'
import { type Activity, type SignUp, useSignUp } from '../activities.api'
import styles from '../activities.module.scss'
import { activityText } from '../activity.text'
import { ChildSignUp } from './child-sign-up'
import { SignedUp } from './signed-up'

interface SignUpSheetProps {
  communityId: string
  activity: Activity
  ownChildren: readonly Child[]
  isWait: boolean
  onClose: () => void
}

/** What one signs up for once more; for a child, which one and the consent of its guardian. */
export const SignUpSheet = ({ communityId, activity, ownChildren, isWait, onClose }: SignUpSheetProps) => {
  const t = useText(activityText)
  const isSignedIn = useSession((session) => session.person !== null)
  const actingFor = useSession((session) => session.actingFor)
  const [childId, setChildId] = useState<string | null>(null)
  const [hasConsent, setConsent] = useState(false)
  const [hasTried, setTried] = useState(false)
  const [done, setDone] = useState<SignUp>()
  const askToTell = useAskToTell()
  const signingUp = useSignUp({ communityId, slotId: activity.id })
  const { name, on, startsAt, endsAt, cutoffAt, place, isForChildren } = activity
  const code = signingUp.error instanceof CallError ? signingUp.error.code : undefined
  const isBookedElsewhere = code === 'already_booked' || code === 'booking_overlaps'
  const isComplete = !isForChildren || (childId !== null && hasConsent)
  const send = () => {
    if (!isComplete) return setTried(true)
    void askToTell(isWait ? 'waitlist' : 'booking')
    const body = isForChildren && childId !== null ? { childId, consents: hasConsent } : {}
    signingUp.mutate({ isWait, body }, { onSuccess: setDone })
  }
  if (done) return <SignedUp signUp={done} place={place.name} onClose={onClose} />
  const [from, to] = [clockInSentence(startsAt), clockInSentence(endsAt)]
  const canSend = isSignedIn && (!isForChildren || ownChildren.length > 0)
  return (
    <Sheet isOpen title={name} onClose={onClose}>
      {signingUp.isError && <ErrorNotice error={signingUp.error} />}
      {isBookedElsewhere && (
        <Button icon='calendar' isWide onPress={() => openPage('bookings/pages/mine/index')}>
          {t('myBookings')}
        </Button>
      )}
      <FactList
        facts={[
          ...(isForChildren ? [] : [{ name: t('who'), value: actingFor?.name ?? t('yourself') }]),
          { name: t('when'), value: `${t('day', { day: dateInSentence(on) })} ${t('time', { from, to })}` },
          { name: t('where'), value: `${place.name}，${place.address}` },
          { name: t('until'), value: t('cancelUntil', { until: dateTimeInSentence(cutoffAt) }) },
        ]}
      />
      {isForChildren && isSignedIn && (
        <ChildSignUp
          activity={activity}
          ownChildren={ownChildren}
          childId={childId}
          onChild={setChildId}
          hasConsent={hasConsent}
          onConsent={setConsent}
          hasTried={hasTried}
        />
      )}
      {isWait && <WaitlistOrder />}
      <View className={styles.stack}>
        {canSend && (
          <Button kind='primary' isWide isBusy={signingUp.isPending} onPress={send}>
            {t(isWait ? 'wait' : 'signUp')}
          </Button>
        )}
        {!isSignedIn && (
          <>
            <View>{t('signInFirst')}</View>
            <Button kind='primary' isWide onPress={() => openPage('people/pages/sign-in/index')}>
              {t('signIn')}
            </Button>
          </>
        )}
      </View>
    </Sheet>
  )
}
