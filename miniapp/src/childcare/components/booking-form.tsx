import type { Child } from '@little-bench/shared/people/child.contract'
import { useState } from 'react'
import { toTop } from '../../platform/to-top'
import type { Centre, ChildcareBooking, ChildcareSlot } from '../childcare.api'
import type { Plan } from '../session-places'
import { useBookingChoice } from '../use-booking-choice'
import { BookedView } from './booked-view'
import { CheckPage } from './check-page'
import { ChoosePage } from './choose-page'

interface BookingFormProps {
  communityId: string
  centre: Centre
  ownChildren: readonly Child[]
  slots: readonly ChildcareSlot[]
}

/** Day, children and session on one page, everything once more on the next; siblings are one step or none. */
export const BookingForm = ({ communityId, centre, ownChildren, slots }: BookingFormProps) => {
  const choice = useBookingChoice({ centre, ownChildren, slots })
  const [checked, setChecked] = useState<Plan>()
  const [booked, setBooked] = useState<readonly ChildcareBooking[]>()
  const show = (plan: Plan | undefined) => {
    setBooked(undefined)
    setChecked(plan)
    toTop()
  }
  if (booked) return <BookedView bookings={booked} onAgain={() => show(undefined)} />
  if (checked && choice.places)
    return (
      <CheckPage
        communityId={communityId}
        centre={centre}
        ownChildren={ownChildren.filter(({ id }) => checked.childIds.includes(id))}
        choice={choice}
        places={choice.places}
        checked={checked}
        onBack={() => show(undefined)}
        onBooked={(bookings) => {
          setBooked(bookings)
          choice.draft.clear()
          toTop()
        }}
      />
    )
  return <ChoosePage centre={centre} ownChildren={ownChildren} choice={choice} onNext={show} />
}
