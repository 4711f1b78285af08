import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { SIDES, type Side } from '@little-bench/shared/mediation/kinds'
import type { FollowUpRow } from './agreement.repository.ts'
import type { CaseRow } from './case.repository.ts'

interface Asked {
  isCommitteesTurn: boolean
  agreement: { effectiveOn: string | null; confirmedBy: readonly Side[] } | null
  followUps: readonly FollowUpRow[]
}

/**
 * Who is asked something now, as staff may know it: whether a side has answered a proposal or ticked once more does not
 * show, so that both count as asked until both have.
 */
export const sidesAskedNow = (
  { state, round, proposal_id: proposalId }: Pick<CaseRow, 'state' | 'round' | 'proposal_id'>,
  { isCommitteesTurn, agreement, followUps }: Asked,
  now: Date,
): Side[] => {
  const { date: today } = shanghaiTime(now)
  switch (state) {
    case 'choosing':
      // Whoever joins has ticked by that.
      return !isCommitteesTurn && (round > 1 || proposalId !== null) ? [...SIDES] : []
    case 'in_session':
      return agreement && agreement.effectiveOn === null
        ? SIDES.filter((side) => !agreement.confirmedBy.includes(side))
        : []
    case 'agreed':
    case 'follow_up':
      return SIDES.filter((side) =>
        followUps.some((each) => each.side === side && each.result === null && each.due_on <= today),
      )
    default:
      return []
  }
}
