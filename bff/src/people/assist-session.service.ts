import { AppError } from '@little-bench/shared/kernel/errors'
import { ASSIST_MINUTES, type AssistReason } from '@little-bench/shared/people/assist'
import type { AssistSession } from '@little-bench/shared/people/counter.contract'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import {
  endSessions,
  findOpenSessionOf,
  findSessionWithin,
  holdStaff,
  insertAssistSession,
} from './assist-session.repository.ts'
import { assistsCommunity, livesIn } from './counter.policy.ts'
import { presentAssistSession } from './counter.presenter.ts'
import { findPersonById } from './person.repository.ts'
import type { TellPerson } from './tell-person.ts'

type AssistSessionView = z.input<typeof AssistSession>

const MINUTE_MS = 60_000

/** The session that the caller has open now. */
export const getAssistSession = async (context: Context, viewer: Viewer): Promise<AssistSessionView | null> => {
  const now = context.clock.now()
  const session = await findOpenSessionOf(context.db, viewer.personId, now)
  return session ? presentAssistSession(session, now) : null
}

interface NewAssistSession {
  residentId: string
  reason: AssistReason
  note?: string | undefined
}

/**
 * Opens a session with somebody who lives where the caller works, and ends the caller's session before it; the person is
 * told. Errors: `not_found` for anybody else, and for oneself.
 */
export const startAssistSession = async (
  context: Context,
  tellPerson: TellPerson,
  viewer: Viewer,
  communityId: string,
  { residentId, reason, note }: NewAssistSession,
  write: Write,
): Promise<AssistSessionView> => {
  if (!assistsCommunity(viewer.roles, communityId) || residentId === viewer.personId) throw new AppError('not_found')
  const now = context.clock.now()
  return inTransaction(context.db, now, write, async (trx) => {
    const resident = await findPersonById(trx, residentId)
    if (!resident || !livesIn(resident.roles, communityId)) throw new AppError('not_found')
    await holdStaff(trx, viewer.personId)
    await endSessions(trx, { staffId: viewer.personId }, now)
    const session = {
      community_id: communityId,
      id: uuidv7(),
      staff_id: viewer.personId,
      resident_id: residentId,
      reason,
      note: note ?? null,
      started_at: now.toISOString(),
      ends_at: new Date(now.getTime() + ASSIST_MINUTES * MINUTE_MS).toISOString(),
      ended_at: null,
    }
    await insertAssistSession(trx, session)
    await tellPerson(trx, {
      kind: 'assist_started',
      personId: residentId,
      communityId,
      workItemId: null,
      subjectId: null,
      details: { actorName: viewer.name, minutes: String(ASSIST_MINUTES) },
    })
    return presentAssistSession({ ...session, name: resident.name, is_demo: resident.is_demo }, now)
  })
}

/**
 * Ends a session; one that has ended stays as it was. Errors: `not_found` for whoever is neither the staff who opened it
 * nor the person who is helped.
 */
export const endAssistSession = async (
  context: Context,
  viewer: Viewer,
  sessionId: string,
  write: Write,
): Promise<AssistSessionView> => {
  const now = context.clock.now()
  return inTransaction(context.db, now, write, async (trx) => {
    const session = await findSessionWithin(trx, sessionId, viewer.personId)
    if (!session) throw new AppError('not_found')
    await endSessions(trx, { staffId: session.staff_id, id: session.id }, now)
    const ended = await findSessionWithin(trx, sessionId, viewer.personId)
    return presentAssistSession(ended ?? session, now)
  })
}
