import { CHILDCARE_SESSIONS, SESSION_TEXT } from '@little-bench/shared/childcare/sessions'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import { clockInSentence, dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import { Section } from '../../ui/section'
import type { ChildcareSlot } from '../childcare.api'
import { childcareText } from '../childcare.text'

/** What is free on a day in each group, for whoever has no child here yet. */
export const DayPlaces = ({ slots, on }: { slots: readonly ChildcareSlot[]; on: ServiceDate }) => {
  const t = useText(childcareText)
  const tSession = useText(SESSION_TEXT)
  const ofDay = slots.filter((slot) => slot.on === on)
  const words = ({ groupName: who, refusal, seatsLeft, waiting }: ChildcareSlot) => {
    if (refusal === null) return t('free', { who, count: seatsLeft })
    if (refusal !== 'slot_full') return t(refusal === 'slot_closed' ? 'closed' : 'past_cutoff', { who })
    return waiting > 0 ? t('fullWaiting', { who, count: waiting }) : t('full', { who })
  }
  const facts = CHILDCARE_SESSIONS.flatMap((session) => {
    const [first, ...more] = ofDay.filter((slot) => slot.session === session)
    if (!first) return []
    const [from, to] = [clockInSentence(first.startsAt), clockInSentence(first.endsAt)]
    const name = t('sessionName', { name: tSession(session), from, to })
    return { id: session, name, value: [first, ...more].map(words).join('；') }
  })
  if (facts.length === 0) return null
  return (
    <Section title={t('places', { day: dateInSentence(on) })}>
      <Card>
        <FactList facts={facts} />
      </Card>
    </Section>
  )
}
