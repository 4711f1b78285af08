import { AppError } from '@little-bench/shared/kernel/errors'
import type { SignInMethod } from '@little-bench/shared/people/sign-in'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Log } from '../platform/log/log.ts'
import { bindAccount, findAccountByOpenId, holdOpenId, markSeen } from '../wechat/index.ts'
import { type AccountDuties, type NewAccount, openAccount } from './open-account.service.ts'
import { findPersonById, lockAccount } from './person.repository.ts'
import { findVerifiedOwner, holdPhone } from './person-contact.repository.ts'
import { tryCode } from './phone-code.service.ts'
import { phoneHashOf } from './sealed-contact.ts'
import { type Entry, type StartedSession, startSession } from './session.service.ts'
import { openIdOfCode } from './wechat-proof.ts'

/** What signing in needs of the other engines. */
export interface SignInDuties extends AccountDuties {
  log: Log
}

export type StartedHere = StartedSession & { isNew: boolean }

interface Asked {
  account: NewAccount | undefined
  device: string
}

/** Signs in whoever this WeChat account belongs to. Errors: see the contract. */
export const signInWithWechat = (
  context: Context,
  duties: SignInDuties,
  { code, account, device }: Asked & { code: string },
): Promise<StartedHere> =>
  noted(duties.log, 'wechat', async () => {
    const now = context.clock.now()
    const openId = await openIdOfCode(context, code)
    return inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
      await holdOpenId(trx, context.sealer, openId)
      const known = await findAccountByOpenId(trx, context.sealer, openId)
      // In this order everywhere: first whose it is, then what they have.
      if (known) await requireAccount(trx, known.personId)
      if (known) await markSeen(trx, known.id, now)
      const personId = known?.personId ?? (await open(context, trx, duties, { account, provenPhone: null }, now))
      const bound = known ?? (await bindAccount(trx, context.sealer, { openId, personId }, now))
      if (!bound) throw new Error('an open id that is held became somebody else’s')
      const { id: wechatAccountId, reachesDesk } = bound
      const entry = { method: 'wechat', device, reachesDesk, wechatAccountId } as const
      return begin(trx, { personId, isNew: !known, entry }, now)
    })
  })

/**
 * Signs in whoever this number was proven for. What the counter wrote down counts for nothing here, and the session
 * reaches no desk: a number can be taken over. Errors: see the contract.
 */
export const signInWithPhoneCode = (
  context: Context,
  duties: SignInDuties,
  { requestId, code, account, device }: Asked & { requestId: string; code: string },
): Promise<StartedHere> =>
  noted(duties.log, 'phone_code', async () => {
    const now = context.clock.now()
    const proven = await tryCode(context, { requestId, code })
    return inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
      await proven.spend(trx)
      const phoneHash = phoneHashOf(context.sealer, proven.phone)
      await holdPhone(trx, phoneHash)
      const known = await findVerifiedOwner(trx, phoneHash)
      if (known !== undefined) await requireAccount(trx, known)
      const personId = known ?? (await open(context, trx, duties, { account, provenPhone: proven.phone }, now))
      const entry = { method: 'phone_code', device, reachesDesk: false } as const
      return begin(trx, { personId, isNew: known === undefined, entry }, now)
    })
  })

const open = (
  context: Context,
  trx: Trx,
  duties: SignInDuties,
  { account, provenPhone }: { account: NewAccount | undefined; provenPhone: string | null },
  now: Date,
): Promise<string> => {
  if (!account) throw new AppError('account_unknown')
  return openAccount(context, trx, duties, { account, provenPhone }, now)
}

/** Whoever is closing their account just now begins no session in it. */
const requireAccount = async (trx: Trx, personId: string): Promise<void> => {
  if (!(await lockAccount(trx, personId))) throw new AppError('account_unknown')
}

const begin = async (
  trx: Trx,
  { personId, isNew, entry }: { personId: string; isNew: boolean; entry: Entry },
  now: Date,
): Promise<StartedHere> => {
  const person = await findPersonById(trx, personId)
  if (!person) throw new AppError('account_unknown')
  return { ...(await startSession(trx, person, entry, now)), isNew }
}

/** Who came in, who did not and why: by ids and codes, never by what was typed. */
const noted = async (log: Log, method: SignInMethod, work: () => Promise<StartedHere>): Promise<StartedHere> => {
  try {
    const started = await work()
    const { isNew, desk, person } = started
    log.info({ method, outcome: 'signed_in', personId: person.id, isNew, desk }, 'sign-in')
    return started
  } catch (error) {
    if (error instanceof AppError) log.info({ method, outcome: error.code }, 'sign-in')
    throw error
  }
}
