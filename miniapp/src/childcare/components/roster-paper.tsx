import { SESSION_TEXT } from '@little-bench/shared/childcare/sessions'
import { childAge } from '../../people'
import { dateInSentence, dateTimeInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Slip, SlipLine } from '../../ui/slip'
import type { DayRoster, RosterChild } from '../roster.api'
import { rosterText } from '../roster.text'

/** The day on paper: two boxes to tick for each child, what it must not eat, and who may fetch it. */
export const RosterPaper = ({ roster }: { roster: DayRoster }) => {
  const t = useText(rosterText)
  const { centreName, on, at, groups } = roster
  return (
    <Slip title={t('paperTitle', { centre: centreName, day: dateInSentence(on) })}>
      <SlipLine>{t('paperAt', { at: dateTimeInSentence(at) })}</SlipLine>
      {groups.flatMap((group) => group.children.map((child) => <PaperChild key={child.bookingId} child={child} />))}
    </Slip>
  )
}

const PaperChild = ({ child }: { child: RosterChild }) => {
  const t = useText(rosterText)
  const tSession = useText(SESSION_TEXT)
  const { nickname: name, ageMonths, session, allergies, pickUps } = child
  const lines = [
    t('paperChild', { name, age: childAge(ageMonths), session: tSession(session) }),
    allergies === null ? '' : t('allergy', { what: allergies }),
    pickUps.length === 0 ? '' : t('paperFetch', { names: pickUps.map((each) => each.name).join('、') }),
  ]
  return <SlipLine>{lines.filter((line) => line !== '').join('\n')}</SlipLine>
}
