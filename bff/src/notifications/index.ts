import { AppError } from '@little-bench/shared/kernel/errors'
import { notificationContract } from '@little-bench/shared/notifications/contract'
import { notificationEndpoints } from '@little-bench/shared/notifications/endpoints'
import type { Notice } from '@little-bench/shared/notifications/notices'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../platform/context.ts'
import { idOfCursor, pageOfRows } from '../platform/db/cursor.ts'
import type { Trx } from '../platform/db/database.ts'
import type { Mount } from '../platform/http/mount.ts'
import { presentInboxMessage } from './inbox.presenter.ts'
import { countUnread, insertInboxMessage, listInboxMessages, markRead } from './inbox.repository.ts'

/** One thing to tell one person. `details` fills the notice: labels, numbers and dates, never a person's free text. */
export interface NewNotice {
  kind: Notice
  personId: string
  communityId: string
  workItemId: string | null
  subjectId: string | null
  details: Record<string, string>
  /** Staff are not told before this instant: at night, on a Sunday or on 藏历新年 it waits for the next duty hours. */
  notBefore?: Date
}

export interface Notifications {
  /** Tells a person once the caller's transaction has committed; if it rolls back, nothing is told. */
  notify(trx: Trx, notice: NewNotice): Promise<void>
}

const JOB = 'deliver-notice'

/** Declares the job that delivers notices into the inbox. */
export const createNotifications = (context: Context): Notifications => {
  context.jobs.handle<Omit<NewNotice, 'notBefore'>>(JOB, ({ id, payload }) =>
    insertInboxMessage(context.db, {
      id: uuidv7(),
      person_id: payload.personId,
      community_id: payload.communityId,
      kind: payload.kind,
      work_item_id: payload.workItemId,
      subject_id: payload.subjectId,
      details: JSON.stringify(payload.details),
      job_id: id,
      created_at: context.clock.now().toISOString(),
    }),
  )
  return {
    notify: (trx, { notBefore, ...notice }) =>
      context.jobs.enqueue(trx, JOB, notice, {
        delaySeconds: notBefore ? secondsUntil(notBefore, context.clock.now()) : 0,
      }),
  }
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
      const row = await markRead(context.db, viewer.personId, params.messageId, context.clock.now())
      if (!row) throw new AppError('not_found')
      return presentInboxMessage(row, viewer.language)
    },
  })
