import { AppError } from '@little-bench/shared/kernel/errors'
import type { Account, OpenSession } from '@little-bench/shared/people/sign-in.contract'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { listAccounts } from '../wechat/index.ts'
import { deskOf } from './desk.policy.ts'
import { maskPhone } from './mask.ts'
import { findPersonById } from './person.repository.ts'
import { findContact } from './person-contact.repository.ts'
import { openContact } from './sealed-contact.ts'
import { deleteSessionOf, listSessionsOf, type SessionRow } from './session.repository.ts'
import { sessionOf } from './session.service.ts'
import { hasTotp } from './totp.repository.ts'

/** What is bound to the account of a session. */
export const accountOf = async (
  { db, sealer }: Context,
  { person_id: personId, reaches_desk: reachesDesk }: SessionRow,
): Promise<z.input<typeof Account>> => {
  const contact = await findContact(db, personId)
  const phone = contact?.phone_verified_at ? openContact(sealer, personId, 'phone', contact.sealed_phone) : null
  const person = await findPersonById(db, personId)
  return {
    phone: phone === null ? null : maskPhone(phone),
    hasWechat: (await listAccounts(db, personId)).length > 0,
    hasTotp: await hasTotp(db, personId),
    desk: deskOf(person?.roles ?? [], reachesDesk),
  }
}

/** Where the caller is signed in, this session first. */
export const listSessions = async (
  context: Context,
  token: string | undefined,
): Promise<z.input<typeof OpenSession>[]> => {
  const now = context.clock.now()
  const asking = await sessionOf(context.db, token, now)
  const sessions = await listSessionsOf(context.db, asking.person_id, now)
  return [asking, ...sessions.filter(({ id }) => id !== asking.id)].map((row) => ({
    id: row.id,
    method: row.method,
    device: row.device,
    reachesDesk: row.reaches_desk,
    startedAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    isThis: row.id === asking.id,
  }))
}

/** Signs the caller out elsewhere. Errors: `not_found` for a session that is not theirs, or over. */
export const endOtherSession = async (context: Context, personId: string, id: string): Promise<number> => {
  const ended = await deleteSessionOf(context.db, personId, id)
  if (ended === 0) throw new AppError('not_found')
  return ended
}
