import { AppError } from '@little-bench/shared/kernel/errors'
import { notificationContract } from '@little-bench/shared/notifications/contract'
import { notificationEndpoints } from '@little-bench/shared/notifications/endpoints'
import { type CallNotice, isToldByCall, type Notice } from '@little-bench/shared/notifications/notices'
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid'
import { peopleToldByCall, presentIds } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import { idOfCursor, pageOfRows } from '../platform/db/cursor.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Mount } from '../platform/http/mount.ts'
import type { Job } from '../platform/jobs/jobs.ts'
import type { Log } from '../platform/log/log.ts'
import { addCallLine } from './call-line.ts'
import { createDeliveries } from './create-deliveries.ts'
import { presentInboxMessage } from './inbox.presenter.ts'
import { countUnread, insertInboxMessages, listInboxMessages, markRead } from './inbox.repository.ts'
import { createMessageSender } from './send-messages.ts'
import { spareReader } from './take-back.ts'

export { mountCallList } from './call-list.routes.ts'
export { sealPhone } from './call-phone.ts'
export { countStuck, forgetOldMessages } from './delivery-list.repository.ts'
export { mountDeliveries } from './delivery-list.routes.ts'
export { followMessageEvents } from './message-events.ts'
export { NOTIFICATION_DATA } from './personal-data.ts'
export { dropAllCredits } from './subscribe.repository.ts'
export { mountSubscriptions } from './subscribe.routes.ts'
export { dropCallLines, dropCallLinesAbout } from './take-back.ts'

/** One thing to tell one person. `details` fills the notice: labels, numbers and dates, never a person's free text. */
export interface NewNotice {
  kind: Notice
  personId: string
  communityId: string
  workItemId: string | null
  subjectId: string | null
  /** About something that nobody else may know; left out when it is not. */
  isConfidential?: boolean
  details: Record<string, string>
  /**
   * Not told before this instant: staff on a Sunday or on 藏历新年 in their next duty hours, a resident whom nobody but the
   * system wants to tell something at night in the morning.
   */
  notBefore?: Date
}

/** One thing to tell many people, the same to each. */
export type SharedNotice = Omit<NewNotice, 'personId' | 'notBefore'>

/** One thing to say to one person on the telephone, and to write nowhere that anybody else could read. */
export type NewCall = Pick<NewNotice, 'personId' | 'communityId' | 'details'> & {
  kind: CallNotice
  /** A number for this call alone, see sealPhone. */
  phone?: { lineId: string; sealedPhone: string }
}

export interface Notifications {
  /**
   * Tells a person once the caller's transaction has committed, in their inbox and, when they are told by telephone, by
   * the counter's next call; if it rolls back, nothing is told.
   */
  notify(trx: Trx, notice: NewNotice): Promise<void>
  /** The same to many people, however many, by one job: whoever waits for the caller's rows waits no longer for that. */
  notifyAll(trx: Trx, notice: SharedNotice, personIds: readonly string[]): Promise<void>
  /** Asks the counter to call somebody, whatever their channel; their inbox stays as it is. */
  askToCall(trx: Trx, call: NewCall): Promise<void>
}

export interface Messages extends Notifications {
  /** What the clocks have come to: messages that wait, got lost, or that somebody must be called about. */
  doWhatIsDue(): Promise<void>
}

/** A notice on its way, and when it was told in the order of all. */
type WaitingNotice = Omit<NewNotice, 'notBefore'> & { sequence: string }
type WaitingSharedNotice = SharedNotice & { sequence: string; personIds: readonly string[] }

const DELIVER = 'deliver-notice'
const DELIVER_TO_ALL = 'deliver-notice-to-all'
const ASK_TO_CALL = 'ask-to-call'
const DELIVER_FURTHER = 'deliver-further'

/** Declares the jobs that deliver notices into inboxes, through WeChat and onto call lists. */
export const createNotifications = (context: Context, log: Log): Messages => {
  const sender = createMessageSender({ ...context, log })
  context.jobs.handleBatch(DELIVER_FURTHER, () => sender.doWhatIsDue())
  context.jobs.handleBatch<WaitingNotice>(DELIVER, (jobs) =>
    inTransaction(context.db, context.clock.now(), PLAIN_WRITE, (trx) => deliver(context, trx, jobs)),
  )
  context.jobs.handleBatch<WaitingSharedNotice>(DELIVER_TO_ALL, (jobs) =>
    inTransaction(context.db, context.clock.now(), PLAIN_WRITE, (trx) => deliver(context, trx, jobs.flatMap(toEach))),
  )
  context.jobs.handle<NewCall>(ASK_TO_CALL, ({ id, payload }) =>
    context.db.transaction().execute(async (trx) => {
      const personId = (await presentIds(trx, [payload.personId]))(payload.personId)
      const line = { ...payload, personId, workItemId: null, isConfidential: true, jobId: id }
      await addCallLine(context, trx, line, context.clock.now())
    }),
  )
  return {
    notify: (trx, { notBefore, ...notice }) =>
      context.jobs.enqueue(
        trx,
        DELIVER,
        { ...notice, sequence: uuidv7() },
        {
          delaySeconds: notBefore ? secondsUntil(notBefore, context.clock.now()) : 0,
        },
      ),
    async notifyAll(trx, notice, personIds) {
      if (personIds.length === 0) return
      await context.jobs.enqueue(trx, DELIVER_TO_ALL, { ...notice, personIds, sequence: uuidv7() })
    },
    askToCall: (trx, call) => context.jobs.enqueue(trx, ASK_TO_CALL, call),
    doWhatIsDue: sender.doWhatIsDue,
  }
}

/** As if each person had a job of their own, with an id that is the same on every retry. */
const toEach = ({ id, payload: { personIds, ...notice } }: Job<WaitingSharedNotice>): Job<WaitingNotice>[] =>
  personIds.map((personId) => ({ id: uuidv5(personId, id), payload: { ...notice, personId } }))

/** Into the inbox of each person, onto the call list for whoever is told by telephone, and further for the others. */
const deliver = async (context: Context, trx: Trx, unordered: readonly Job<WaitingNotice>[]): Promise<void> => {
  const now = context.clock.now()
  // Jobs of one moment come in any order; a person reads first what was told first.
  const ordered = unordered.toSorted((a, b) => (a.payload.sequence < b.payload.sequence ? -1 : 1))
  // Some have waited until the morning, and their person's account has become one with another meanwhile.
  const idOf = await presentIds(
    trx,
    ordered.map(({ payload }) => payload.personId),
  )
  const jobs = ordered.map(({ id, payload }) => ({ id, payload: { ...payload, personId: idOf(payload.personId) } }))
  const messages = jobs.map(({ id, payload }) => ({
    id: uuidv7(),
    person_id: payload.personId,
    community_id: payload.communityId,
    kind: payload.kind,
    work_item_id: payload.workItemId,
    subject_id: payload.subjectId,
    details: payload.details,
    job_id: id,
    created_at: now.toISOString(),
  }))
  const delivered = await insertInboxMessages(trx, messages)
  const fresh = jobs.flatMap((job, index) => (delivered.has(job.id) ? [{ job, message: messages[index] }] : []))
  const called = await peopleToldByCall(
    trx,
    fresh.map(({ job }) => job.payload.personId),
  )
  for (const { job } of fresh) {
    const { id, payload } = job
    if (!called.has(payload.personId) || !isToldByCall(payload.kind)) continue
    await addCallLine(context, trx, { ...payload, isConfidential: payload.isConfidential ?? false, jobId: id }, now)
  }
  const toPhones = fresh.flatMap(({ job: { payload }, message }) =>
    message && !called.has(payload.personId) ? [{ ...message, isConfidential: payload.isConfidential ?? false }] : [],
  )
  if (await createDeliveries(context, trx, toPhones, now)) await context.jobs.enqueue(trx, DELIVER_FURTHER, {})
}

const secondsUntil = (instant: Date, now: Date): number =>
  Math.max(0, Math.ceil((instant.getTime() - now.getTime()) / 1000))

export const mountNotifications = (mount: Mount, context: Context): void =>
  mount(notificationEndpoints, notificationContract, {
    listInbox: async ({ viewer, query }) => {
      const rows = await listInboxMessages(context.db, viewer.personId, idOfCursor(query.cursor), query.limit)
      const page = pageOfRows(rows, query.limit, (row) => [row.id])
      return {
        items: page.rows.map((row) => presentInboxMessage(row, viewer.language)),
        nextCursor: page.nextCursor,
        unread: await countUnread(context.db, viewer.personId),
      }
    },
    markInboxMessageRead: async ({ viewer, params }) => {
      const now = context.clock.now()
      const row = await inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
        await spareReader(trx, params.messageId, now)
        const read = await markRead(trx, viewer.personId, params.messageId, now)
        if (!read) throw new AppError('not_found')
        return read
      })
      return presentInboxMessage(row, viewer.language)
    },
  })
