import { randomInt, timingSafeEqual } from 'node:crypto'
import { AppError } from '@little-bench/shared/kernel/errors'
import {
  PHONE_CODE_DIGITS,
  PHONE_CODE_MINUTES,
  PHONE_CODE_PAUSE_SECONDS,
  PHONE_CODE_TRIES,
  PHONE_CODES_PER_DAY,
  PHONE_CODES_PER_HOUR,
} from '@little-bench/shared/people/sign-in'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { SmsGateway } from '../platform/sms/sms.ts'
import {
  deleteOldPhoneCodes,
  endPhoneCodes,
  findPhoneCode,
  holdPhoneCodes,
  insertPhoneCode,
  listRequestsSince,
  spendPhoneCode,
  takeTry,
} from './phone-code.repository.ts'
import { phoneHashOf } from './sealed-contact.ts'
import { SEALED_SIGN_IN, sentCodePurpose } from './sealed-sign-in.ts'

const SEND = 'send-phone-code'
const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

interface WaitingCode {
  requestId: string
  sealedCode: string
}

/** Keyed, and bound to its request: the same digits of another request are another code. */
const hashOf = (context: Context, requestId: string, code: string): string =>
  context.sealer.fingerprint(`${requestId}\n${code}`, 'code of a short message')

/** Declares the job that sends codes. One that cannot be sent is tried again as long as it is good. */
export const declareCodeJob = (context: Context, sms: SmsGateway): void =>
  context.jobs.handle<WaitingCode>(SEND, async ({ payload: { requestId, sealedCode } }) => {
    const row = await findPhoneCode(context.db, requestId, context.clock.now())
    if (!row?.sealed_phone) return
    await sms.sendCode({
      phone: context.sealer.open(row.sealed_phone, SEALED_SIGN_IN.phone.purposeOf(requestId)),
      code: context.sealer.open(sealedCode, sentCodePurpose(requestId)),
      minutes: PHONE_CODE_MINUTES,
    })
  })

/**
 * Has a code sent to a number, whoever has it: nothing here looks whether anybody does.
 * Errors: `too_many_phone_codes`.
 */
export const requestCode = async (context: Context, phone: string) => {
  const now = context.clock.now()
  const phoneHash = phoneHashOf(context.sealer, phone)
  const requestId = uuidv7()
  const expiresAt = new Date(now.getTime() + PHONE_CODE_MINUTES * MINUTE_MS)
  const code = String(randomInt(10 ** PHONE_CODE_DIGITS)).padStart(PHONE_CODE_DIGITS, '0')
  await inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
    await holdPhoneCodes(trx, phoneHash)
    requireRoom(await listRequestsSince(trx, phoneHash, new Date(now.getTime() - 24 * HOUR_MS)), now)
    await endPhoneCodes(trx, phoneHash, now)
    await insertPhoneCode(trx, {
      id: requestId,
      phone_hash: phoneHash,
      sealed_phone: context.sealer.seal(phone, SEALED_SIGN_IN.phone.purposeOf(requestId)),
      code_hash: hashOf(context, requestId, code),
      tries_left: PHONE_CODE_TRIES,
      created_at: now.toISOString(),
      expires_at: expiresAt.toISOString(),
    })
    const waiting: WaitingCode = { requestId, sealedCode: context.sealer.seal(code, sentCodePurpose(requestId)) }
    await context.jobs.enqueue(trx, SEND, waiting)
  })
  return { requestId, expiresAt, nextAt: new Date(now.getTime() + PHONE_CODE_PAUSE_SECONDS * SECOND_MS) }
}

const requireRoom = (earlier: readonly Date[], now: Date): void => {
  const within = (ms: number): number => earlier.filter((at) => now.getTime() - at.getTime() < ms).length
  const isTooMany =
    within(PHONE_CODE_PAUSE_SECONDS * SECOND_MS) > 0 ||
    within(HOUR_MS) >= PHONE_CODES_PER_HOUR ||
    earlier.length >= PHONE_CODES_PER_DAY
  if (isTooMany) throw new AppError('too_many_phone_codes')
}

/** A number that was proven, and how to use the proof up. */
export interface ProvenPhone {
  phone: string
  /** In the transaction that it is proven for: rolled back, it is as good as before. Errors: `phone_code_wrong`. */
  spend(trx: Trx): Promise<void>
}

/**
 * Takes a try of a code, whatever comes of it. Errors: `phone_code_wrong` for one that is wrong, used, too old, tried too
 * often or of another request; all alike.
 */
export const tryCode = async (
  context: Context,
  { requestId, code }: { requestId: string; code: string },
): Promise<ProvenPhone> => {
  const now = context.clock.now()
  const row = await takeTry(context.db, requestId, now)
  const isRight = row !== undefined && isSame(row.code_hash, hashOf(context, requestId, code))
  if (!isRight || row.sealed_phone === null) throw new AppError('phone_code_wrong')
  return {
    phone: context.sealer.open(row.sealed_phone, SEALED_SIGN_IN.phone.purposeOf(requestId)),
    async spend(trx) {
      if (!(await spendPhoneCode(trx, requestId, now))) throw new AppError('phone_code_wrong')
    },
  }
}

const isSame = (left: string, right: string): boolean => timingSafeEqual(Buffer.from(left), Buffer.from(right))

/** Forgets what is no longer counted. */
export const forgetPhoneCodes = (context: Context, now: Date): Promise<void> =>
  deleteOldPhoneCodes(context.db, new Date(now.getTime() - 24 * HOUR_MS))
