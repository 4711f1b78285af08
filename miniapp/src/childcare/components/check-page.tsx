import type { Child } from '@little-bench/shared/people/child.contract'
import { View } from '@tarojs/components'
import { OfflineWay } from '../../communities'
import { useAskToTell } from '../../notifications'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import { toTop } from '../../platform/to-top'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Page } from '../../ui/page'
import { Steps } from '../../ui/steps'
import { isNoteLong } from '../booking-draft'
import { type Centre, type ChildcareBooking, useBookChildcare, useJoinChildcareWaitlist } from '../childcare.api'
import styles from '../childcare.module.scss'
import { childcareText } from '../childcare.text'
import type { Plan, SessionPlaces } from '../session-places'
import type { BookingChoice } from '../use-booking-choice'
import { BookingCheck } from './booking-check'
import { BookingRefusal, isOutdated } from './booking-refusal'

interface CheckPageProps {
  communityId: string
  centre: Centre
  /** Who goes. */
  ownChildren: readonly Child[]
  choice: BookingChoice
  places: SessionPlaces
  /** What the family has agreed to on the page before. */
  checked: Plan
  onBack: () => void
  onBooked: (bookings: readonly ChildcareBooking[]) => void
}

/** Step 2: everything once more. When the places have changed since, nothing goes out before the family has chosen again. */
export const CheckPage = (props: CheckPageProps) => {
  const { communityId, centre, ownChildren, choice, places, checked, onBack, onBooked } = props
  const t = useText(childcareText)
  const actingFor = useSession((session) => session.actingFor)
  const booking = useBookChildcare(communityId)
  const waiting = useJoinChildcareWaitlist(communityId)
  const isWait = checked.how === 'wait'
  const sending = isWait ? waiting : booking
  const { draft, on, plan } = choice
  const isAsBefore = plan?.how === checked.how && plan.childIds.join() === checked.childIds.join()
  const hasChanged = !isAsBefore || isOutdated(sending.error)
  const askToTell = useAskToTell()
  const send = () => {
    if (isNoteLong(draft.fields)) return
    void askToTell(isWait ? 'waitlist' : 'booking')
    const note = draft.fields.note.trim()
    const body = { childIds: checked.childIds, centreId: centre.id, on, session: places.session }
    sending.mutate(note === '' ? body : { ...body, note }, {
      onSuccess: ({ bookings }) => onBooked(bookings),
      onError: toTop,
    })
  }
  const sendWords = isWait ? t('wait') : t('book')
  return (
    <Page
      title={actingFor ? t('titleFor', { name: actingFor.name }) : t('title')}
      action={
        <Button kind='primary' isWide isBusy={sending.isPending} onPress={hasChanged ? onBack : send}>
          {hasChanged ? t('chooseAgain') : sendWords}
        </Button>
      }
    >
      <Steps step={2} total={2} name={t('stepCheck')} />
      {sending.error !== null && <BookingRefusal error={sending.error} />}
      {hasChanged && sending.error === null && <Card tint='amber'>{t('changedMeanwhile')}</Card>}
      <BookingCheck
        centre={centre}
        on={on}
        places={places}
        ownChildren={ownChildren}
        note={draft.fields.note}
        onNote={(note) => draft.change({ note })}
        isNoteLong={isNoteLong(draft.fields)}
        isWait={isWait}
      />
      <View className={styles.block}>
        <Button icon='back' onPress={onBack}>
          {t('previous')}
        </Button>
      </View>
      <OfflineWay />
    </Page>
  )
}
