import { AppError } from '@little-bench/shared/kernel/errors'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write, wasMade } from '../platform/db/transaction.ts'
import { listAccounts, openIdOf } from '../wechat/index.ts'
import { isStaff } from './desk.policy.ts'
import { mergePeople } from './merge-people.service.ts'
import { type AccountDuties, findRecord } from './open-account.service.ts'
import { findCreatedAt, findPersonById, lockAccount, type PersonRow } from './person.repository.ts'
import { findContact, findVerifiedOwner, holdPhone, saveVerifiedPhone } from './person-contact.repository.ts'
import { type ProvenPhone, tryCode } from './phone-code.service.ts'
import { openContact, phoneHashOf, sealContact } from './sealed-contact.ts'
import { findSession, type SessionRow } from './session.repository.ts'
import { phoneOfCode } from './wechat-proof.ts'

/** By what somebody proves that a number is theirs. */
export type PhoneProof = { wechatPhoneCode: string } | { requestId: string; code: string }

interface Bound {
  personId: string
  wasMerged: boolean
}

/**
 * Binds a number that was proven to the account of a session. When it is proven for another account, or the counter knows
 * somebody by this full name and number, the two become one: the older stays. Errors: see the contract.
 */
export const bindPhone = async (
  context: Context,
  duties: AccountDuties,
  { session, proof }: { session: SessionRow; proof: PhoneProof },
  write: Write,
): Promise<Bound> => {
  const now = context.clock.now()
  // Sent once more, the proof is used up: what was made is answered as it was.
  const proven = (await wasMade(context.db, write)) ? null : await prove(context, session, proof)
  return inTransaction(context.db, now, write, async (trx) => {
    if (!proven) throw new AppError('phone_code_wrong')
    await proven.spend(trx)
    await holdPhone(trx, phoneHashOf(context.sealer, proven.phone))
    // Whoever tapped twice may be one with the other account by now.
    const own = await findSession(trx, session.token_hash, now)
    if (!own) throw new AppError('unauthenticated')
    const binding = { personId: own.person_id, phone: proven.phone }
    const otherId = await findOther(context, trx, binding)
    if (otherId === undefined || otherId === binding.personId) {
      if (!(await lockAccount(trx, binding.personId))) throw new AppError('unauthenticated')
      await keepPhone(context, trx, binding, now)
      return { personId: binding.personId, wasMerged: false }
    }
    return { personId: await becomeOne(context, trx, duties, { ...binding, otherId }, now), wasMerged: true }
  })
}

const prove = async (
  context: Context,
  { wechat_account_id: accountId }: SessionRow,
  proof: PhoneProof,
): Promise<ProvenPhone> => {
  if (!('wechatPhoneCode' in proof)) return tryCode(context, proof)
  // Always with the open id of this session: whoever gets hold of somebody's code has it for nothing.
  const openId = accountId === null ? undefined : await openIdOf(context.db, context.sealer, accountId)
  if (openId === undefined) throw new AppError('wechat_code_invalid')
  return { phone: await phoneOfCode(context, proof.wechatPhoneCode, openId), spend: () => Promise.resolve() }
}

interface Binding {
  personId: string
  phone: string
}

/** Whose the number is already: an account for which it was proven, or somebody whom the counter alone knows. */
const findOther = async (context: Context, trx: Trx, { personId, phone }: Binding): Promise<string | undefined> => {
  const owner = await findVerifiedOwner(trx, phoneHashOf(context.sealer, phone))
  if (owner !== undefined) return owner
  const contact = await findContact(trx, personId)
  const name = openContact(context.sealer, personId, 'name', contact?.sealed_name ?? null) ?? undefined
  const person = await findPersonById(trx, personId)
  for (const { role, communityId } of person?.roles ?? []) {
    if (role !== 'resident' || communityId === null) continue
    const known = await findRecord(context, trx, { communityId, name, provenPhone: phone })
    if (known !== undefined) return known
  }
  return undefined
}

const keepPhone = async (context: Context, trx: Trx, { personId, phone }: Binding, now: Date): Promise<void> => {
  const { sealed_phone, phone_hash } = sealContact(context.sealer, personId, { name: null, phone })
  await saveVerifiedPhone(trx, personId, { sealed_phone, phone_hash }, now)
}

/** The number moves with the account that has it; the one that stays is the older, or whoever works here. */
const becomeOne = async (
  context: Context,
  trx: Trx,
  duties: AccountDuties,
  { personId, otherId, phone }: Binding & { otherId: string },
  now: Date,
): Promise<string> => {
  const [own, other] = [await findPersonById(trx, personId), await findPersonById(trx, otherId)]
  if (!own || !other) throw new AppError('accounts_not_mergeable')
  requireMergeable(own, other)
  const wasRecord = (await findContact(trx, otherId))?.has_account === false
  // Numbers change hands: two who use WeChat each on their own may be two people.
  const mayBeTwo = (await usesWechat(trx, personId)) && (await usesWechat(trx, otherId))
  const staysOwn = isStaff(own.roles) || (await isOlder(trx, personId, otherId))
  const [toId, fromId] = staysOwn ? [personId, otherId] : [otherId, personId]
  await mergePeople(context, trx, { fromId, toId }, now)
  await keepPhone(context, trx, { personId: toId, phone }, now)
  const home = other.roles.find(({ role }) => role === 'resident')?.communityId
  if ((wasRecord || mayBeTwo) && home) await duties.askAboutAccount(trx, { personId: toId, communityId: home })
  return toId
}

const usesWechat = async (trx: Trx, personId: string): Promise<boolean> =>
  (await listAccounts(trx, personId)).length > 0

/** A number that was taken over must not lead to a desk; and demonstration people are nobody. */
const requireMergeable = (own: PersonRow, other: PersonRow): void => {
  if (isStaff(other.roles)) throw new AppError('phone_bound_elsewhere')
  if (own.is_demo || other.is_demo) throw new AppError('accounts_not_mergeable')
}

const isOlder = async (trx: Trx, personId: string, otherId: string): Promise<boolean> => {
  const [own, other] = [await findCreatedAt(trx, personId), await findCreatedAt(trx, otherId)]
  return own === other ? personId < otherId : own < other
}
