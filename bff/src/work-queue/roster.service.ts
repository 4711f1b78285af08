import type { QueueConfig } from '@little-bench/config/model'
import { AppError, ERRORS } from '@little-bench/shared/kernel/errors'
import { inLanguage } from '@little-bench/shared/kernel/language'
import type { Roster } from '@little-bench/shared/work-queue/desk.contract'
import type { MoveChoices } from '@little-bench/shared/work-queue/move.contract'
import { type DispatchMode, type DutyShift, onDutyAt } from '@little-bench/shared/work-queue/roster'
import type { z } from 'zod'
import { namesByPersonId } from '../people/index.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { dispatchCandidates, staffOfQueue } from './dispatch-candidates.ts'
import { type Engine, within } from './engine.ts'
import { countOpenByAssignee, findNewestRoster, insertRoster } from './roster.repository.ts'
import { servedQueues } from './work-item.policy.ts'
import type { WorkItemRow } from './work-item.repository.ts'

type RosterView = z.input<typeof Roster>

/** The queue and whether the viewer leads it. Errors: `not_served_queue` for a queue that is not there or not theirs. */
const servedQueue = (engine: Engine, viewer: Viewer, queueId: string): { queue: QueueConfig; isLead: boolean } => {
  const config = engine.config()
  const queue = config.queues.get(queueId)
  const isLead = servedQueues(viewer.roles, config).get(queueId)
  if (!queue || isLead === undefined) throw new AppError('not_served_queue')
  return { queue, isLead }
}

/** Who is on duty in a queue; version 0 without shifts before anybody has saved one. Errors: `not_served_queue`. */
export const getRoster = async (engine: Engine, viewer: Viewer, queueId: string): Promise<RosterView> => {
  const { queue, isLead } = servedQueue(engine, viewer, queueId)
  const staff = (await staffOfQueue(engine, queueId)).map(({ id, name }) => ({ id, name }))
  const row = await findNewestRoster(engine.db, queueId)
  const shifts = row?.shifts ?? []
  const onDuty = onDutyAt(shifts, engine.clock.now())
  const names = await namesByPersonId(engine, row ? [row.saved_by] : [])
  return {
    queueId,
    queueName: inLanguage(queue.name, viewer.language),
    version: row?.version ?? 0,
    mode: row?.mode ?? 'claim',
    shifts: shifts.map(copyOf),
    staff,
    onDutyNow: onDuty.flatMap((personId) => staff.find(({ id }) => id === personId) ?? []),
    canEdit: isLead,
    savedBy: row ? (names.get(row.saved_by)?.full ?? null) : null,
    savedAt: row?.saved_at ?? null,
  }
}

/**
 * Puts a new version of the roster in force. Errors: `not_served_queue`, `not_queue_lead`, `assignee_not_in_queue` naming
 * each field with somebody who does not serve the queue, `stale_version` when another version is in force than `version`.
 */
export const saveRoster = async (
  engine: Engine,
  viewer: Viewer,
  queueId: string,
  roster: { version: number; mode: DispatchMode; shifts: readonly DutyShift[] },
): Promise<RosterView> => {
  const { isLead } = servedQueue(engine, viewer, queueId)
  if (!isLead) throw new AppError('not_queue_lead')
  const now = engine.clock.now()
  return inTransaction(engine.db, now, PLAIN_WRITE, async (trx) => {
    const inside = within(engine, trx)
    refuseStrangers(roster.shifts, await staffOfQueue(inside, queueId), viewer)
    const { version: replaces, mode, shifts } = roster
    const isSaved = await insertRoster(trx, { queueId, replaces, mode, shifts, savedBy: viewer.personId, savedAt: now })
    if (!isSaved) throw new AppError('stale_version')
    return getRoster(inside, viewer, queueId)
  })
}

const refuseStrangers = (shifts: readonly DutyShift[], staff: readonly { id: string }[], viewer: Viewer): void => {
  const serves = (personId: string): boolean => staff.some(({ id }) => id === personId)
  const fields = shifts.flatMap(({ personId, backupId }, index) => [
    ...(serves(personId) ? [] : [`shifts.${index}.personId`]),
    ...(backupId === null || serves(backupId) ? [] : [`shifts.${index}.backupId`]),
  ])
  if (fields.length === 0) return
  const message = inLanguage(ERRORS.assignee_not_in_queue, viewer.language)
  throw new AppError(
    'assignee_not_in_queue',
    fields.map((field) => ({ field, message })),
  )
}

/** The contract's arrays may be changed by their reader; the row's may not. */
const copyOf = (shift: DutyShift): RosterView['shifts'][number] => ({
  ...shift,
  weekdays: [...shift.weekdays],
  absences: [...shift.absences],
})

/** Whom an item may be dispatched or transferred to: on duty first, then whoever has the least to do. */
export const rosterAssignees = async (
  engine: Engine,
  item: Pick<WorkItemRow, 'queue_id' | 'excluded_staff_ids' | 'assignee_id'>,
  viewerId: string,
): Promise<z.input<typeof MoveChoices>['assignees']> => {
  const candidates = await dispatchCandidates(engine, item)
  const roster = await findNewestRoster(engine.db, item.queue_id)
  const loads = await countOpenByAssignee(
    engine.db,
    candidates.map(({ id }) => id),
  )
  const onDuty = onDutyAt(roster?.shifts ?? [], engine.clock.now())
  return candidates
    .map(({ id, name }) => ({
      id,
      name,
      isOnDuty: onDuty.includes(id),
      openItems: loads.get(id) ?? 0,
      isYou: id === viewerId,
    }))
    .toSorted((a, b) => Number(b.isOnDuty) - Number(a.isOnDuty) || a.openItems - b.openItems)
}
