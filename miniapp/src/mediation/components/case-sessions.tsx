import { SIDES, type Side } from '@little-bench/shared/mediation/kinds'
import { spokenDateTime } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { Section } from '../../ui/section'
import { Timeline } from '../../ui/timeline'
import type { MediationCase } from '../case.api'
import { caseText } from '../case.text'

const WAY = { visit: 'visit', session: 'session', phone: 'phoneCall' } as const

/** Visits, meetings and calls, as both sides read them; each reads of itself as 「您」. */
export const CaseSessions = ({ sessions, yourSide }: Pick<MediationCase, 'sessions' | 'yourSide'>) => {
  const t = useText(caseText)
  const language = useDisplaySettings((settings) => settings.language)
  if (sessions.length === 0) return null
  const nameOf = (side: Side) => {
    if (yourSide === null) return t(side)
    return t(side === yourSide ? 'you' : 'otherSide')
  }
  return (
    <Section title={t('sessions')}>
      <Timeline
        label={t('sessions')}
        entries={sessions.map(({ id, at, way, sides, summary }) => ({
          id,
          time: spokenDateTime(at, language),
          title: t('sessionTitle', {
            way: t(WAY[way]),
            who: SIDES.filter((side) => sides.includes(side))
              .map(nameOf)
              .join('、'),
          }),
          words: summary,
          icon: way === 'phone' ? 'phone' : 'bench',
        }))}
      />
    </Section>
  )
}
