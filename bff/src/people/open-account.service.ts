import { AppError } from '@little-bench/shared/kernel/errors'
import { POLICY_VERSION } from '@little-bench/shared/privacy/consents'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { maskName } from './mask.ts'
import { insertPerson } from './person.repository.ts'
import { holdPhone, insertContact, listResidentsByHash, makeAccountOf } from './person-contact.repository.ts'
import { nameHashOf, phoneHashOf, sealContact } from './sealed-contact.ts'

/** What somebody says who has no account yet and wants one. */
export interface NewAccount {
  communityId: string
  name?: string | undefined
  policyVersion: string
}

/** Writes down that somebody has agreed to the policy, in the transaction that opens their account. */
export type KeepConsent = (
  trx: Trx,
  consent: { personId: string; purpose: 'account'; version: string; now: Date },
) => Promise<void>

/** Asks the counter to call somebody whose record has become an account. */
export type AskAboutAccount = (trx: Trx, person: { personId: string; communityId: string }) => Promise<void>

export interface AccountDuties {
  keepConsent: KeepConsent
  askAboutAccount: AskAboutAccount
}

/** As everybody is called who gave no name. */
const NAMELESS = '居民'

/**
 * Opens an account: for whoever the counter knows by this full name and proven number their own record, for anybody else
 * a new person. Errors: `validation_failed` for a community that is none, `policy_changed`.
 */
export const openAccount = async (
  context: Context,
  trx: Trx,
  duties: AccountDuties,
  { account, provenPhone }: { account: NewAccount; provenPhone: string | null },
  now: Date,
): Promise<string> => {
  const { communityId, name, policyVersion } = account
  if (!context.config().communities.has(communityId)) {
    throw new AppError('validation_failed', [{ field: 'account.communityId', message: '请从给出的社区里选。' }])
  }
  if (policyVersion !== POLICY_VERSION) throw new AppError('policy_changed')
  const known = await findRecord(context, trx, { communityId, name, provenPhone })
  const personId = known ?? uuidv7()
  if (known === undefined) await insertResident(context, trx, { personId, communityId, name, provenPhone }, now)
  else {
    await makeAccountOf(trx, known, now)
    await duties.askAboutAccount(trx, { personId, communityId })
  }
  await duties.keepConsent(trx, { personId, purpose: 'account', version: policyVersion, now })
  return personId
}

interface Sought {
  communityId: string
  name: string | undefined
  provenPhone: string | null
}

/**
 * Whom the counter alone knows by exactly this name and number. A number alone makes nobody somebody else: a daughter's
 * often stands on her mother's card.
 */
export const findRecord = async (
  context: Context,
  trx: Trx,
  { communityId, name, provenPhone }: Sought,
): Promise<string | undefined> => {
  if (name === undefined || provenPhone === null) return undefined
  const phoneHash = phoneHashOf(context.sealer, provenPhone)
  await holdPhone(trx, phoneHash)
  const hashes = { phoneHash, nameHash: nameHashOf(context.sealer, name) }
  const found = (await listResidentsByHash(trx, communityId, hashes, 10)).filter((row) => !row.has_account)
  return found.length === 1 ? found[0]?.person_id : undefined
}

const insertResident = async (
  context: Context,
  trx: Trx,
  { personId, communityId, name, provenPhone }: Sought & { personId: string },
  now: Date,
): Promise<void> => {
  await insertPerson(trx, { id: personId, name: name === undefined ? NAMELESS : maskName(name), communityId }, now)
  const at = now.toISOString()
  await insertContact(trx, {
    ...sealContact(context.sealer, personId, { name: name ?? null, phone: provenPhone }),
    person_id: personId,
    has_account: true,
    channel: 'inbox',
    created_at: at,
    phone_verified_at: provenPhone === null ? null : at,
  })
}
