import { useEffect, useMemo } from 'react'
import { useText } from '../platform/i18n/text'
import { addWrite, dropWrite, useWaitingWrites } from '../platform/waiting-writes'
import { showToast } from '../ui/toast'
import { OUTCOME, useAnsweredVisits } from './outcome-sender'
import type { RoundVisit, VisitOutcome, VisitRound } from './round.api'
import { roundText } from './round.text'
import { linesOf, settledWrites } from './round-lines'

/**
 * What became of each visit of a round. Each is written down here first, with its time, and sent once; without a network
 * it waits, and until then it can be taken back.
 */
export const useRoundDesk = (communityId: string, round: VisitRound) => {
  const t = useText(roundText)
  const all = useWaitingWrites(({ writes }) => writes)
  const answers = useAnsweredVisits((state) => state.answers)
  const writes = useMemo(() => {
    const ids = new Set<unknown>(round.courtyards.flatMap(({ visits }) => visits.map(({ id }) => id)))
    return all.filter(({ kind, body }) => kind === OUTCOME && ids.has(body.visitId))
  }, [all, round])
  const courtyards = useMemo(() => linesOf(round, writes, answers), [round, writes, answers])
  useEffect(() => {
    for (const id of settledWrites(courtyards)) dropWrite(id)
  }, [courtyards])

  const record = ({ id, name }: RoundVisit, outcome: VisitOutcome, note: string) => {
    const words = note.trim() === '' ? {} : { note: note.trim() }
    const kept = addWrite(OUTCOME, { communityId, visitId: id, name, outcome, ...words }, new Date())
    showToast(kept ? t('saved', { name, outcome: t(outcome) }) : t('noRoom'))
  }
  return { courtyards, writes, record }
}

export type RoundDesk = ReturnType<typeof useRoundDesk>
