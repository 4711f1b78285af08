import type { CommunityConfig } from '@little-bench/config/model'
import { AppError } from '@little-bench/shared/kernel/errors'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { type CallOutcome, endsCall, needsVisit } from '@little-bench/shared/notifications/calls'
import type { Call } from '@little-bench/shared/notifications/contract'
import { dueAtOf } from '@little-bench/shared/work-queue/deadline'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { contactsByPersonId, namesByPersonId, recordReads } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import { idOfCursor, type Page, pageOfRows, rankInstantAndIdOfCursor } from '../platform/db/cursor.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { presentCall } from './call.presenter.ts'
import { callsFor } from './call-list.policy.ts'
import {
  type CallRow,
  type CallView,
  findCallById,
  insertCallAttempt,
  listCallAttempts,
  listCallLines,
  listDoneCalls,
  listOpenCalls,
  settleCall,
  takeCall,
} from './call-list.repository.ts'
import { openPhones } from './call-phone.ts'

type CallAnswer = z.input<typeof Call>

interface ListRequest {
  view: CallView
  cursor?: string | undefined
  limit: number
}

/**
 * One page of whom a community should call, due first, or was called, newest first; for everybody on it a line says who
 * has read their number. Errors: `not_found` for whoever does not sit at that counter.
 */
export const listCallList = async (
  context: Context,
  viewer: Viewer,
  communityId: string,
  request: ListRequest,
): Promise<{ items: CallAnswer[]; nextCursor: string | null }> => {
  communityFor(context, viewer, communityId)
  const now = context.clock.now()
  return inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
    const { rows, nextCursor } = await pageOfCalls(trx, communityId, request, now)
    return { items: await readCalls(context, trx, viewer, rows, now), nextCursor }
  })
}

interface NewAttempt {
  version: number
  outcome: CallOutcome
  note?: string | undefined
}

/**
 * Keeps how a call went. Errors: `not_found`, `call_is_closed`, and `stale_version` when something new has come in since
 * the caller read it: what was not told is never marked as told.
 */
export const recordCall = async (
  context: Context,
  viewer: Viewer,
  address: { communityId: string; callId: string },
  attempt: NewAttempt,
  write: Write,
): Promise<CallAnswer> => {
  const community = communityFor(context, viewer, address.communityId)
  const now = context.clock.now()
  // The name and number are read after it: the result of a write that may be repeated is stored.
  const { callId } = await inTransaction(context.db, now, write, async (trx) => {
    const isTaken = await takeCall(trx, { ...address, version: attempt.version })
    const call = await findCallById(trx, address.communityId, address.callId)
    if (!call) throw new AppError('not_found')
    if (!isTaken) throw new AppError(call.closed_at === null ? 'stale_version' : 'call_is_closed')
    await insertCallAttempt(trx, {
      community_id: call.community_id,
      call_id: call.id,
      id: uuidv7(),
      outcome: attempt.outcome,
      note: attempt.note ?? null,
      made_by: viewer.personId,
      at: now.toISOString(),
    })
    await settle(trx, community, call, attempt.outcome, now)
    return { callId: call.id }
  })
  return inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
    const call = await findCallById(trx, address.communityId, callId)
    const [answer] = call ? await readCalls(context, trx, viewer, [call], now) : []
    if (!answer) throw new AppError('not_found')
    return answer
  })
}

const communityFor = (context: Context, viewer: Viewer, communityId: string): CommunityConfig => {
  const community = context.config().communities.get(communityId)
  if (!community || !callsFor(viewer.roles, communityId)) throw new AppError('not_found')
  return community
}

const pageOfCalls = async (
  trx: Trx,
  communityId: string,
  { view, cursor, limit }: ListRequest,
  now: Date,
): Promise<Page<CallRow>> => {
  if (view === 'done') {
    const rows = await listDoneCalls(trx, communityId, { beforeId: idOfCursor(cursor), limit })
    return pageOfRows(rows, limit, (row) => [row.id])
  }
  const position = rankInstantAndIdOfCursor(cursor)
  const after = position && { rank: position.rank, dueOn: position.at.slice(0, 10), id: position.id }
  const rows = await listOpenCalls(trx, communityId, { view, today: shanghaiTime(now).date, after, limit })
  return pageOfRows(rows, limit, (row) => [`${row.due_on}T00:00:00.000Z`, row.id, row.is_urgent ? '0' : '1'])
}

/** A call that is not over comes back on the next working day; when calling is of no use, somebody goes there. */
const settle = async (
  trx: Trx,
  { calendar }: CommunityConfig,
  call: CallRow,
  outcome: CallOutcome,
  now: Date,
): Promise<void> => {
  const attempts = await listCallAttempts(trx, call.community_id, [call.id])
  const isOver = endsCall(outcome)
  const nextDay = shanghaiTime(dueAtOf(now, { kind: 'working_days', days: 1 }, calendar)).date
  await settleCall(trx, call, {
    due_on: isOver ? call.due_on : nextDay,
    needs_visit: !isOver && needsVisit(attempts.map((each) => each.outcome)),
    closed_at: isOver ? now.toISOString() : null,
  })
}

/** Calls with names and numbers in full: for each person a line says who has read them. */
const readCalls = async (
  context: Context,
  trx: Trx,
  viewer: Viewer,
  rows: readonly CallRow[],
  now: Date,
): Promise<CallAnswer[]> => {
  const [first] = rows
  if (!first) return []
  const reading = { communityId: first.community_id, readerId: viewer.personId, what: 'call_list' } as const
  await recordReads(trx, reading, [...new Set(rows.map((row) => row.person_id))], now)
  return presentCalls({ ...context, db: trx }, viewer, rows)
}

const presentCalls = async (context: Context, viewer: Viewer, rows: readonly CallRow[]): Promise<CallAnswer[]> => {
  const [first] = rows
  if (!first) return []
  const callIds = rows.map(({ id }) => id)
  const attempts = await listCallAttempts(context.db, first.community_id, callIds)
  const names = await namesByPersonId(
    context,
    attempts.map((attempt) => attempt.made_by),
  )
  const lines = await listCallLines(context.db, first.community_id, callIds)
  const words = {
    lines,
    attempts,
    contacts: await contactsByPersonId(
      context,
      rows.map((row) => row.person_id),
    ),
    staffNames: new Map([...names].map(([id, { full }]) => [id, full])),
    phones: openPhones(context.sealer, lines),
    language: viewer.language,
  }
  return rows.map((row) => presentCall(row, words))
}
