import { type ChildcareSession, SESSION_TEXT } from '@little-bench/shared/childcare/sessions'
import type { Child } from '@little-bench/shared/people/child.contract'
import { clockInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { ChoiceList } from '../../ui/choice-list'
import { placeWords } from '../child-place-words'
import { childcareText } from '../childcare.text'
import type { SessionPlaces } from '../session-places'

interface SessionChoiceProps {
  sessions: readonly SessionPlaces[]
  ownChildren: readonly Child[]
  value: ChildcareSession | null
  onChange: (session: ChildcareSession) => void
  isMissing: boolean
}

/** Whole day, halves, a few hours: each with what is free for each child that was ticked. */
export const SessionChoice = ({ sessions, ownChildren, value, onChange, isMissing }: SessionChoiceProps) => {
  const t = useText(childcareText)
  const tSession = useText(SESSION_TEXT)
  const nameOf = (id: string) => ownChildren.find((child) => child.id === id)?.nickname ?? ''
  return (
    <ChoiceList<ChildcareSession>
      label={t('whichSession')}
      isRequired
      error={isMissing ? t('sessionMissing') : undefined}
      choices={sessions.map(({ session, startsAt, endsAt, children: places }) => ({
        value: session,
        name: t('sessionName', {
          name: tSession(session),
          from: clockInSentence(startsAt),
          to: clockInSentence(endsAt),
        }),
        note: places.map((each) => placeWords(each, nameOf(each.childId), t)).join('；'),
      }))}
      value={value}
      onChange={onChange}
    />
  )
}
