import { v7 as uuidv7 } from 'uuid'
import { findPersonById, forgetPhoneOf, homeCommunityOf } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { textIn } from '../platform/db/personal-data.ts'
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
  personOf(trx: Trx, openId: string): Promise<string | undefined>
  /** Nothing leads from WeChat to them any more. */
  forget(trx: Trx, personId: string): Promise<void>
}

const PHONE = '8'
const POSITIONS = ['13', '18']

/**
 * WeChat asks that what was allowed there is deleted when it is taken back. Nickname and picture, microphone, camera and
 * files leave a line only: none of them is taken from WeChat here, and what somebody sent is theirs to delete.
 */
export const createAuthorizationHandlers = (privacy: Privacy, { personOf, forget }: Accounts) => ({
  /** They cancelled their WeChat account: theirs here is closed too, and whoever works here only loses the way in. */
  async cancelled(trx: Trx, { openId }: AuthorizationEvent): Promise<void> {
    const personId = await personOf(trx, openId)
    if (personId === undefined) return
    const now = privacy.clock.now()
    await forget(trx, personId)
    if (await hasDesk(trx, personId)) return leaveLine(trx, personId, 'cancellation', now)
    await closeFor(privacy, trx, personId, 'wechat', now)
  },
  async revoked(trx: Trx, { openId, fields }: AuthorizationEvent): Promise<void> {
    const personId = await personOf(trx, openId)
    if (personId === undefined) return
    const now = privacy.clock.now()
    for (const info of (textIn(fields, 'RevokeInfo') ?? '').split(',')) {
      await erasing(privacy, info.trim())?.(trx, personId, now)
      await leaveLine(trx, personId, info.trim(), now)
    }
  },
})

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
