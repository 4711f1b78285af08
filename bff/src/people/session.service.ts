import { createHash, randomBytes } from 'node:crypto'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { Desk, SignInMethod } from '@little-bench/shared/people/sign-in'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../platform/context.ts'
import type { Database, Trx } from '../platform/db/database.ts'
import type { SignedIn } from '../platform/http/viewer.ts'
import { deskOf, rolesWithin } from './desk.policy.ts'
import {
  findDemoPersonById,
  findPersonById,
  findPersonByTokenHash,
  listDemoPeopleRows,
  type PersonRow,
} from './person.repository.ts'
import {
  deleteSession,
  deleteSessionsOfCase,
  deleteSessionsOfPerson,
  findSession,
  insertSession,
  limitSessionsOfCase,
  markSessionSeen,
  openDeskOfSession,
  type SessionRow,
} from './session.repository.ts'

const TOKEN_BYTES = 32
const HOUR_MS = 3_600_000
/** A resident stays signed in on the own phone; a session at a desk ends with the working day. */
const RESIDENT_HOURS = 30 * 24
const DESK_HOURS = 12
/** So exactly is it kept when a session was last used. */
const SEEN_MS = 10 * 60_000

/** Only this is stored: whoever reads the database cannot sign in with it. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')
const later = (now: Date, hours: number): Date => new Date(now.getTime() + hours * HOUR_MS)

export interface StartedSession {
  token: string
  expiresAt: Date
  /** With the roles that count in this session. */
  person: PersonRow
  desk: Desk
}

/** Somebody without the app is only known to the counter: nobody comes here in their name. */
const hasAccount = (context: Context, personId: string): boolean =>
  context.config().demoPeople.find(({ id }) => id === personId)?.hasAccount ?? true

/** Whom a demonstration server offers to sign in as. */
export const listDemoPeople = async (context: Context): Promise<PersonRow[]> =>
  (await listDemoPeopleRows(context.db)).filter(({ id }) => hasAccount(context, id))

/** Starts a session for a demonstration person. Errors: `not_found` for anybody else. */
export const startDemoSession = async (context: Context, personId: string, device: string): Promise<StartedSession> => {
  const person = await findDemoPersonById(context.db, personId)
  if (!person || !hasAccount(context, personId)) throw new AppError('not_found')
  return startSession(context.db, person, { method: 'demo', device, reachesDesk: true }, context.clock.now())
}

/** How somebody came in, once it is known who they are. */
export interface Entry {
  method: SignInMethod
  device: string
  reachesDesk: boolean
  wechatAccountId?: string
}

export const startSession = async (
  db: Database,
  person: PersonRow,
  { reachesDesk, ...entry }: Entry,
  now: Date,
): Promise<StartedSession> => {
  const token = newToken()
  const inSession = withRoles(person, reachesDesk)
  const expiresAt = later(now, inSession.desk === 'open' ? DESK_HOURS : RESIDENT_HOURS)
  await insertSession(db, {
    ...entry,
    id: uuidv7(),
    tokenHash: hashOf(token),
    personId: person.id,
    reachesDesk,
    createdAt: now,
    expiresAt,
  })
  return { token, expiresAt, ...inSession }
}

/** The person behind a token, with what they may do in this session; null when it is unknown, ended or expired. */
export const authenticate = async (context: Context, token: string): Promise<SignedIn | null> => {
  const now = context.clock.now()
  const tokenHash = hashOf(token)
  const person = await findPersonByTokenHash(context.db, tokenHash, now)
  if (!person) return null
  const notSince = new Date(now.getTime() - SEEN_MS)
  // Nobody waits for it, and when it fails a list says something older.
  if (new Date(person.last_seen_at) <= notSince) {
    void markSessionSeen(context.db, tokenHash, now, notSince).catch(() => undefined)
  }
  const { case_community_id: communityId, case_id: caseId } = person
  const roles = rolesWithin(person.roles, person.reaches_desk)
  const isFromWechat = person.method === 'wechat'
  const signedIn = { personId: person.id, name: person.name, roles, isFromWechat }
  // Whatever else that person may be, with this token they are a side of one case.
  return communityId === null || caseId === null
    ? signedIn
    : { ...signedIn, roles: [], onlyCase: { communityId, caseId } }
}

/** The session that asks. Errors: `unauthenticated` when it has ended meanwhile. */
export const sessionOf = async (db: Database, token: string | undefined, now: Date): Promise<SessionRow> => {
  const session = token === undefined ? undefined : await findSession(db, hashOf(token), now)
  if (!session) throw new AppError('unauthenticated')
  return session
}

/** Whose a session is, with what they may do in it. */
export const personIn = async (
  db: Database,
  { person_id: personId, reaches_desk: reachesDesk }: SessionRow,
): Promise<Pick<StartedSession, 'person' | 'desk'>> => {
  const person = await findPersonById(db, personId)
  if (!person) throw new AppError('unauthenticated')
  return withRoles(person, reachesDesk)
}

const withRoles = (person: PersonRow, reachesDesk: boolean): Pick<StartedSession, 'person' | 'desk'> => ({
  person: { ...person, roles: [...rolesWithin(person.roles, reachesDesk)] },
  desk: deskOf(person.roles, reachesDesk),
})

/** The session reaches the desk until the end of the working day. Errors: `unauthenticated` when it has ended meanwhile. */
export const openDesk = async (trx: Trx, session: SessionRow, now: Date): Promise<Date> => {
  const until = later(now, DESK_HOURS)
  if (!(await openDeskOfSession(trx, session.token_hash, now, until))) throw new AppError('unauthenticated')
  return until
}

/** A session that reaches one case and nothing else; whatever was opened for it before ends. */
export const startCaseSession = async (
  trx: Trx,
  { personId, ...onlyCase }: { personId: string; communityId: string; caseId: string },
  now: Date,
): Promise<string> => {
  await deleteSessionsOfCase(trx, onlyCase)
  const token = newToken()
  await insertSession(trx, {
    id: uuidv7(),
    tokenHash: hashOf(token),
    personId,
    method: 'invitation',
    device: '',
    reachesDesk: false,
    createdAt: now,
    expiresAt: later(now, RESIDENT_HOURS),
    onlyCase,
  })
  return token
}

/** As long as a phone may send the same again: whoever has just left a case is answered once more. */
const AFTER_CASE_HOURS = 7 * 24

/** The case is over: whoever was invited without an account reads how it ended for a week, and nothing after that. */
export const limitCaseSessions = (
  trx: Trx,
  address: { communityId: string; caseId: string },
  now: Date,
): Promise<void> => limitSessionsOfCase(trx, address, later(now, AFTER_CASE_HOURS))

export const endSession = (context: Context, token: string): Promise<number> => deleteSession(context.db, hashOf(token))

export const endAllSessions = (context: Context, personId: string): Promise<number> =>
  deleteSessionsOfPerson(context.db, personId)
