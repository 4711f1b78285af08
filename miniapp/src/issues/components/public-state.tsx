import type { PublicIssue } from '@little-bench/shared/issues/contract'
import { useDisplaySettings } from '../../platform/display-settings'
import { StatusChip } from '../../ui/status-chip'
import { itemStatus } from '../../work-queue'

/** How far it is, in one word, as a neighbour may know it. */
export const PublicState = ({ issue }: { issue: Pick<PublicIssue, 'state' | 'outcome' | 'createdAt'> }) => {
  const language = useDisplaySettings((settings) => settings.language)
  const { word, tone } = itemStatus(
    {
      ...issue,
      dueAt: issue.createdAt,
      isOverdue: false,
      canRate: false,
      ratedSolved: null,
      queueName: '',
      isYours: false,
    },
    language,
  )
  return <StatusChip word={word} tone={tone} />
}
