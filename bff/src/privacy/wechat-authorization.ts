import { v7 as uuidv7 } from 'uuid'
import { endSessionsOfWechat, findPersonById, forgetPhoneOf, homeCommunityOf, lockAccount } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { insertAuditLine } from '../work-queue/index.ts'
import { closeFor, hasDesk } from './close-account.service.ts'
import { takeBack } from './consent.service.ts'
import type { Leaving, Privacy } from './privacy.ts'

/** What WeChat says of what somebody allowed there; `RevokeInfo` names it. */
interface AuthorizationEvent {
  openId: string
  fields: Readonly<Record<string, unknown>>
}

interface Accounts {
  /** Whose account it is here; undefined when it is nobody's, or is forgotten already. */
  find(trx: Trx, openId: string): Promise<{ id: string; personId: string } | undefined>
  /** Nothing leads from this WeChat account to anybody any more. */
  forget(trx: Trx, id: string): Promise<void>
  /** Whether they come in by another one. */
  hasAny(trx: Trx, personId: string): Promise<boolean>
}

const PHONE = '8'
const POSITIONS = ['13', '18']

/**
 * WeChat asks that what was allowed there is deleted when it is taken back. Nickname and picture, microphone, camera and
 * files leave a line only: none of them is taken from WeChat here, and what somebody sent is theirs to delete.
 */
export const createAuthorizationHandlers = (privacy: Privacy, { find, forget, hasAny }: Accounts) => ({
  /**
   * They cancelled a WeChat account: theirs here is closed too. Whoever works here, or has another WeChat account, only
   * loses this way in, and is signed out where they came by it.
   */
  async cancelled(trx: Trx, { openId }: AuthorizationEvent): Promise<void> {
    const account = await find(trx, openId)
    if (!account) return
    const { id, personId } = account
    const now = privacy.clock.now()
    await lockAccount(trx, personId)
    await endSessionsOfWechat(trx, id)
    await forget(trx, id)
    if ((await hasDesk(trx, personId)) || (await hasAny(trx, personId)))
      return leaveLine(trx, personId, 'cancellation', now)
    await closeFor(privacy, trx, personId, 'wechat', now)
  },
  async revoked(trx: Trx, { openId, fields }: AuthorizationEvent): Promise<void> {
    const personId = (await find(trx, openId))?.personId
    if (personId === undefined) return
    const now = privacy.clock.now()
    for (const info of revokedIn(fields)) {
      await erasing(privacy, info)?.(trx, personId, now)
      await leaveLine(trx, personId, info, now)
    }
  },
})

/** A text, or for one alone a number; as everywhere in what WeChat tells. */
const revokedIn = ({ RevokeInfo: told }: AuthorizationEvent['fields']): string[] =>
  (typeof told === 'string' || typeof told === 'number' ? String(told) : '').split(',').map((info) => info.trim())

const erasing = (privacy: Privacy, info: string): Leaving | undefined => {
  if (info === PHONE) return (trx, personId) => forgetPhoneOf(trx, personId)
  if (POSITIONS.includes(info)) return (trx, personId, now) => takeBack(privacy, trx, personId, 'position', now)
  return undefined
}

const leaveLine = async (trx: Trx, personId: string, info: string, now: Date): Promise<void> => {
  const roles = (await findPersonById(trx, personId))?.roles ?? []
  await insertAuditLine(trx, {
    community_id: homeCommunityOf(roles) ?? '',
    id: uuidv7(),
    at: now.toISOString(),
    actor_id: personId,
    action: 'authorization_revoked',
    // A number of WeChat's list, or nothing that anybody sent.
    details: JSON.stringify({ info: /^(\d{1,3}|cancellation)$/.test(info) ? info : 'unknown' }),
  })
}
