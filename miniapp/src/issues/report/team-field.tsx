import { useEffect } from 'react'
import { useText } from '../../platform/i18n/text'
import { ChoiceList } from '../../ui/choice-list'
import { useMyTeams } from '../volunteer-team.api'
import { snapText } from './snap.text'
import type { StepProps } from './words-step'

/** A person's own, and no team's. */
const NO_TEAM = ''

/** For which volunteer team it counts; shown to its members alone, and theirs unless they say otherwise. */
export const TeamField = ({ draft, community }: Pick<StepProps, 'draft' | 'community'>) => {
  const t = useText(snapText)
  const teams = useMyTeams(community.id)
  const firstId = teams[0]?.id
  const { change } = draft
  const isOpen = draft.fields.teamId === null
  useEffect(() => {
    if (isOpen && firstId) change({ teamId: firstId })
  }, [isOpen, firstId, change])
  if (!firstId) return null
  return (
    <ChoiceList<string>
      label={t('team')}
      choices={[...teams.map(({ id, name }) => ({ value: id, name })), { value: NO_TEAM, name: t('noTeam') }]}
      value={draft.fields.teamId}
      onChange={(teamId) => change({ teamId })}
    />
  )
}
