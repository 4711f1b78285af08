import { createHash, randomBytes } from 'node:crypto'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import type { SignedIn } from '../platform/http/viewer.ts'
import { findDemoPersonById, findPersonByTokenHash, listDemoPeopleRows, type PersonRow } from './person.repository.ts'
import {
  deleteSession,
  deleteSessionsOfCase,
  deleteSessionsOfPerson,
  insertSession,
  limitSessionsOfCase,
} from './session.repository.ts'

const TOKEN_BYTES = 32
const HOUR_MS = 3_600_000
/** A resident stays signed in on the own phone; a staff session ends with the working day. */
const RESIDENT_HOURS = 30 * 24
const STAFF_HOURS = 12

/** Only this is stored: whoever reads the database cannot sign in with it. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

const isStaff = (person: PersonRow): boolean => person.roles.some(({ role }) => role !== 'resident')

export interface StartedSession {
  token: string
  expiresAt: Date
  person: PersonRow
}

/** Somebody without the app is only known to the counter: nobody comes here in their name. */
const hasAccount = (context: Context, personId: string): boolean =>
  context.config().demoPeople.find(({ id }) => id === personId)?.hasAccount ?? true

/** Whom a demonstration server offers to sign in as. */
export const listDemoPeople = async (context: Context): Promise<PersonRow[]> =>
  (await listDemoPeopleRows(context.db)).filter(({ id }) => hasAccount(context, id))

/** Starts a session for a demonstration person. Errors: `not_found` for anybody else. */
export const startDemoSession = async (context: Context, personId: string): Promise<StartedSession> => {
  const person = await findDemoPersonById(context.db, personId)
  if (!person || !hasAccount(context, personId)) throw new AppError('not_found')
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const createdAt = context.clock.now()
  const hours = isStaff(person) ? STAFF_HOURS : RESIDENT_HOURS
  const expiresAt = new Date(createdAt.getTime() + hours * HOUR_MS)
  await insertSession(context.db, { tokenHash: hashOf(token), personId: person.id, createdAt, expiresAt })
  return { token, expiresAt, person }
}

/** The person behind a token; null when it is unknown, ended or expired. */
export const authenticate = async (context: Context, token: string): Promise<SignedIn | null> => {
  const person = await findPersonByTokenHash(context.db, hashOf(token), context.clock.now())
  if (!person) return null
  const { case_community_id: communityId, case_id: caseId } = person
  const signedIn = { personId: person.id, name: person.name, roles: person.roles }
  // Whatever else that person may be, with this token they are a side of one case.
  return communityId === null || caseId === null
    ? signedIn
    : { ...signedIn, roles: [], onlyCase: { communityId, caseId } }
}

/** A session that reaches one case and nothing else; whatever was opened for it before ends. */
export const startCaseSession = async (
  trx: Trx,
  { personId, ...onlyCase }: { personId: string; communityId: string; caseId: string },
  now: Date,
): Promise<string> => {
  await deleteSessionsOfCase(trx, onlyCase)
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const expiresAt = new Date(now.getTime() + RESIDENT_HOURS * HOUR_MS)
  await insertSession(trx, { tokenHash: hashOf(token), personId, createdAt: now, expiresAt, onlyCase })
  return token
}

/** As long as a phone may send the same again: whoever has just left a case is answered once more. */
const AFTER_CASE_HOURS = 7 * 24

/** The case is over: whoever was invited without an account reads how it ended for a week, and nothing after that. */
export const limitCaseSessions = (
  trx: Trx,
  address: { communityId: string; caseId: string },
  now: Date,
): Promise<void> => limitSessionsOfCase(trx, address, new Date(now.getTime() + AFTER_CASE_HOURS * HOUR_MS))

export const endSession = (context: Context, token: string): Promise<number> => deleteSession(context.db, hashOf(token))

export const endAllSessions = (context: Context, personId: string): Promise<number> =>
  deleteSessionsOfPerson(context.db, personId)
