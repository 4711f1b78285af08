import { calendarOfQueue } from '@little-bench/config/calendars'
import type { LoadedConfig } from '@little-bench/config/model'
import { isStaffNotice, type Notice } from '@little-bench/shared/notifications/notices'
import { afterQuietHours } from '@little-bench/shared/notifications/quiet-hours'
import { nextOnDuty } from '@little-bench/shared/work-queue/deadline'
import type { WorkItemEventKind } from '@little-bench/shared/work-queue/events'
import { mayActFor } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import type { Step } from './apply-step.ts'
import { staffOfQueue } from './dispatch-candidates.ts'
import { type Engine, within } from './engine.ts'
import { isByRequester } from './work-item.policy.ts'
import type { WorkItemRow } from './work-item.repository.ts'

/** What the resident is told of, unless they did it themselves. */
const NOTICE_TO_REQUESTER: Partial<Record<WorkItemEventKind, Notice>> = {
  claimed: 'accepted',
  accepted: 'accepted',
  returned: 'returned_to_queue',
  referral_accepted: 'moved_queue',
  recategorised: 'moved_queue',
  asked: 'asked',
  asked_again: 'asked_again',
  suspended: 'suspended',
  resumed: 'resumed',
  merged: 'merged',
  escalated: 'overdue',
  resolved: 'resolved',
  closed: 'closed',
  reopened: 'reopened',
  replied: 'replied',
  asked_to_rate: 'asked_to_rate',
}

/** What the worker in charge is told of, or who leads the queue while nobody has it. */
const NOTICE_TO_HANDLER: Partial<Record<WorkItemEventKind, Notice>> = {
  dispatched: 'staff_dispatched',
  transferred: 'staff_dispatched',
  reminded: 'staff_reminded',
  answered: 'staff_answered',
  referral_refused: 'staff_referral_refused',
  escalated: 'staff_overdue',
  ran_late: 'staff_overdue',
}

/**
 * Tells whoever must know of a step, in its transaction; staff in the duty hours of their queue only, and residents not at
 * night when nobody did anything but a time had come.
 */
export const tell = async (
  engine: Engine,
  trx: Trx,
  before: WorkItemRow,
  after: WorkItemRow,
  step: Step,
  now: Date,
): Promise<void> => {
  const inside = within(engine, trx)
  const toRequester = noticeToRequester(before, after, step)
  const isSaid = engine.subjects.of(after.service).speaksForItself !== true
  if (toRequester && isSaid && !isByRequester(after, step) && after.parent_id === null) {
    for (const personId of await requesterAndFiler(inside, after)) {
      await notify(
        inside,
        trx,
        after,
        { kind: toRequester, personId, isBySystem: step.actorId === null, ...namedQueue(step) },
        now,
      )
    }
  }
  for (const { kind, queueId, personId } of noticesToStaff(before, after, step)) {
    const people = personId ? [personId] : await leadsOf(inside, queueId, after)
    for (const id of people.filter((person) => person !== step.actorId)) {
      await notify(inside, trx, after, { kind, personId: id, dutyQueueId: queueId }, now)
    }
  }
}

/** Whoever filed it for the requester is told too, as long as they may still act for them. */
export const requesterAndFiler = async (
  engine: Engine,
  item: Pick<WorkItemRow, 'requester_id' | 'filed_by_id' | 'is_delegable' | 'service'>,
): Promise<string[]> => {
  const { requester_id: requesterId, filed_by_id: filerId } = item
  if (requesterId === null) return []
  if (filerId === null || filerId === requesterId) return [requesterId]
  // Moved to a category that is nobody else's business, it is not the filer's any more either.
  if (!item.is_delegable) return [requesterId]
  const mayKnow = await mayActFor(engine, filerId, requesterId, { service: item.service, power: 'read' })
  return mayKnow ? [requesterId, filerId] : [requesterId]
}

/** Says why the system closed it, where a plain 已结案 would leave the resident guessing. */
const noticeToRequester = (before: WorkItemRow, after: WorkItemRow, step: Step): Notice | undefined => {
  if (step.kind === 'closed' && step.actorId === null) {
    return before.state === 'resolved' ? 'closed_unrated' : 'closed_unanswered'
  }
  if (step.kind === 'recategorised' && before.queue_id === after.queue_id) return undefined
  // Passed up by hand, it is not late.
  if (step.kind === 'escalated' && step.details?.clock === undefined) return undefined
  return NOTICE_TO_REQUESTER[step.kind]
}

/** An overdue item is reported to the queue above; every other notice speaks of the queue that has it. */
const namedQueue = ({ kind, details }: Step): { queueId?: string } =>
  kind === 'escalated' && details?.toQueueId !== undefined ? { queueId: details.toQueueId } : {}

interface StaffNotice {
  kind: Notice
  queueId: string
  /** One person; without, whoever leads the queue. */
  personId: string | null
}

const noticesToStaff = (before: WorkItemRow, after: WorkItemRow, step: Step): StaffNotice[] => {
  const handler = NOTICE_TO_HANDLER[step.kind]
  const notices: StaffNotice[] = handler
    ? [{ kind: handler, queueId: after.queue_id, personId: after.assignee_id }]
    : []
  const { toQueueId, queueIds = [] } = step.details ?? {}
  if (step.kind === 'referred' && toQueueId) {
    notices.push({ kind: 'staff_referred', queueId: toQueueId, personId: null })
  }
  if (step.kind === 'escalated' && toQueueId) {
    notices.push({ kind: 'staff_passed_up', queueId: toQueueId, personId: null })
  }
  if (step.kind === 'invited') {
    notices.push(...queueIds.map((queueId) => ({ kind: 'staff_invited' as const, queueId, personId: null })))
  }
  if (step.kind === 'returned' && step.actorId === null) {
    notices.push({ kind: 'staff_returned', queueId: before.queue_id, personId: before.assignee_id })
  }
  if (step.kind === 'replied' && isByRequester(after, step)) {
    notices.push({ kind: 'staff_answered', queueId: after.queue_id, personId: after.assignee_id })
  }
  return notices
}

/** Tells whoever leads the item's queue, in their duty hours, and not whoever caused it. */
export const tellLeads = async (
  engine: Engine,
  trx: Trx,
  item: WorkItemRow,
  { kind, actorId, now }: { kind: Notice; actorId: string; now: Date },
): Promise<void> => {
  const inside = within(engine, trx)
  for (const personId of await leadsOf(inside, item.queue_id, item)) {
    if (personId !== actorId) await notify(inside, trx, item, { kind, personId }, now)
  }
}

const leadsOf = async (engine: Engine, queueId: string, item: WorkItemRow): Promise<string[]> =>
  (await staffOfQueue(engine, queueId)).flatMap(({ id, isLead }) =>
    isLead && !item.excluded_staff_ids.includes(id) ? [id] : [],
  )

interface NewNotice {
  kind: Notice
  personId: string
  /** The queue that the notice names; the item's own when left out. */
  queueId?: string
  /** Whose duty hours a notice to staff waits for. */
  dutyQueueId?: string
  /** Nobody did it: a resident is not woken for it. */
  isBySystem?: boolean
}

const notify = async (
  engine: Engine,
  trx: Trx,
  item: WorkItemRow,
  { kind, personId, queueId = item.queue_id, dutyQueueId = item.queue_id, isBySystem = false }: NewNotice,
  now: Date,
): Promise<void> => {
  const config = engine.config()
  const waitsUntil = (): Date | undefined => {
    if (isStaffNotice(kind)) return nextOnDuty(now, calendarOfQueue(config, dutyQueueId, item.community_id))
    return isBySystem ? afterQuietHours(now, config.quietHours) : undefined
  }
  const notBefore = waitsUntil()
  await engine.notifications.notify(trx, {
    kind,
    personId,
    communityId: item.community_id,
    workItemId: item.id,
    subjectId: item.subject_id,
    isConfidential: item.confidentiality === 'confidential',
    details: detailsOf(item, queueId, config),
    ...(notBefore && { notBefore }),
  })
}

const detailsOf = (item: WorkItemRow, queueId: string, config: LoadedConfig): Record<string, string> => ({
  title: item.title,
  receiptNumber: item.receipt_number,
  queueName: config.queues.get(queueId)?.name.zh ?? queueId,
  dueAt: item.due_at,
  ...(item.suspended_until !== null && { untilAt: item.suspended_until }),
})
