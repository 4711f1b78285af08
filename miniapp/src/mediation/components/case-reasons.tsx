import { spokenDateTime } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { Section } from '../../ui/section'
import { Timeline } from '../../ui/timeline'
import type { MediationCase } from '../case.api'
import { committeeText } from '../committee.text'

/** Why somebody stepped back or it was declined: for the committee alone. */
export const CaseReasons = ({ found: { reasons } }: { found: MediationCase }) => {
  const t = useText(committeeText)
  const language = useDisplaySettings((settings) => settings.language)
  if (reasons === null || reasons.length === 0) return null
  return (
    <Section title={t('reasons')}>
      <Timeline
        label={t('reasons')}
        entries={reasons.map(({ at, move, by, reason }) => ({
          id: `${at}${move}`,
          time: spokenDateTime(at, language),
          title: t('reasonLine', { by, move: t(move) }),
          words: reason,
          icon: 'lock',
        }))}
      />
    </Section>
  )
}
