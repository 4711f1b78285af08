import { AppError } from '@little-bench/shared/kernel/errors'
import type { FoundResident } from '@little-bench/shared/people/counter.contract'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { recordReads } from './confidential-reads.ts'
import { assistsCommunity } from './counter.policy.ts'
import { presentFoundResident } from './counter.presenter.ts'
import { maskName } from './mask.ts'
import { insertPerson } from './person.repository.ts'
import { type FoundRow, holdPhone, insertContact, listResidentsByHash } from './person-contact.repository.ts'
import { nameHashOf, phoneHashOf, sealContact } from './sealed-contact.ts'

/** Somebody who came or called, and where. */
export interface Caller {
  communityId: string
  name: string
  phone?: string | undefined
}

/**
 * Makes somebody known who has no account. The same name and number in the same community are the same person; a name
 * alone is not enough to say so.
 */
export const registerResident = async (
  context: Context,
  viewer: Viewer,
  caller: Caller,
  write: Write,
): Promise<z.input<typeof FoundResident>> => {
  if (!assistsCommunity(viewer.roles, caller.communityId)) throw new AppError('not_found')
  const now = context.clock.now()
  return inTransaction(context.db, now, write, async (trx) => {
    const known = await findKnown(context, trx, caller)
    if (!known) return presentFoundResident(context.sealer, await insertCaller(context, trx, caller, now))
    // Whoever registers somebody that is known has searched for them.
    const reading = { communityId: caller.communityId, readerId: viewer.personId, what: 'search' } as const
    await recordReads(trx, reading, [known.person_id], now)
    return presentFoundResident(context.sealer, known)
  })
}

/**
 * Who the counter files something for that has no account: somebody whom it knew already, or somebody new. Never
 * somebody with an account: for them a session must be open, or they bind the receipt themselves.
 */
export const registerCaller = async (context: Context, trx: Trx, caller: Caller, now: Date): Promise<string> => {
  const known = await findKnown(context, trx, caller)
  return (known && !known.has_account ? known : await insertCaller(context, trx, caller, now)).person_id
}

const findKnown = async (
  context: Context,
  trx: Trx,
  { communityId, name, phone }: Caller,
): Promise<FoundRow | undefined> => {
  if (phone === undefined) return undefined
  const phoneHash = phoneHashOf(context.sealer, phone)
  await holdPhone(trx, phoneHash)
  const known = await listResidentsByHash(
    trx,
    communityId,
    { phoneHash, nameHash: nameHashOf(context.sealer, name) },
    10,
  )
  return known.find((row) => !row.has_account) ?? known[0]
}

const insertCaller = async (
  context: Context,
  trx: Trx,
  { communityId, name, phone = null }: Omit<Caller, 'phone'> & { phone?: string | null | undefined },
  now: Date,
): Promise<FoundRow> => {
  const personId = uuidv7()
  const masked = maskName(name)
  const contact = sealContact(context.sealer, personId, { name, phone })
  await insertPerson(trx, { id: personId, name: masked, communityId }, now)
  await insertContact(trx, {
    ...contact,
    person_id: personId,
    has_account: false,
    channel: 'call',
    created_at: now.toISOString(),
  })
  return {
    person_id: personId,
    sealed_phone: contact.sealed_phone,
    has_account: false,
    channel: 'call',
    name: masked,
    is_demo: false,
  }
}
