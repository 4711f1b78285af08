import { randomUUID } from 'node:crypto'
import { AppError } from '@little-bench/shared/kernel/errors'
import { type CodePurpose, cleanCode, codeOf, purposeOfCode, RANDOM_DIGITS } from '@little-bench/shared/people/codes'
import { CODE_DAYS } from '@little-bench/shared/people/grants'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { insertCode, takeCode } from './one-time-code.repository.ts'

const HOUR_MS = 3_600_000
/** A family does it the same day; a paper lies on a table for a while; a receipt waits for somebody with a phone. */
const VALID_HOURS: Record<CodePurpose, number> = {
  household: 24,
  proxy_grant: CODE_DAYS * 24,
  receipt: 90 * 24,
  case_invitation: 14 * 24,
  staff_invitation: 72,
}

const PURPOSE = 'one-time code'

type Sealing = Pick<Context, 'sealer'>

/** Ten digits that follow from a seed for whoever has the key, and from nothing for anybody else. */
const digitsOf = (context: Sealing, seed: string): string => {
  const drawn = Buffer.from(context.sealer.fingerprint(seed, 'digits of a one-time code'), 'base64url')
  return String(drawn.readBigUInt64BE() % 10n ** BigInt(RANDOM_DIGITS)).padStart(RANDOM_DIGITS, '0')
}

/** A code as the stored result of a write may keep it, for a phone that sends the same again. */
export interface KeptCode {
  seed: string
  /** ISO 8601. */
  expiresAt: string
}

export interface ShownCode {
  /** Twelve digits; kept nowhere. */
  code: string
  /** ISO 8601. */
  expiresAt: string
}

const codeOfSeed = (context: Sealing, purpose: CodePurpose, seed: string): string =>
  codeOf(purpose, digitsOf(context, seed))

/** The code once more, from what was kept of it. */
export const showCode = (context: Sealing, purpose: CodePurpose, { seed, expiresAt }: KeptCode): ShownCode => ({
  code: codeOfSeed(context, purpose, seed),
  expiresAt,
})

/**
 * Makes a code that works once, inside the caller's transaction. A dead one looks like any other and opens nothing: for
 * somebody who was pressed to ask for it.
 */
export const makeCode = async (
  context: Sealing,
  trx: Trx,
  subject: {
    purpose: CodePurpose
    /** Null for what is of no community. */
    communityId: string | null
    subjectId: string
    /** Null for what was made where the system runs. */
    madeBy: string | null
    isDead?: boolean
    until?: Date
  },
  now: Date,
): Promise<KeptCode> => {
  const seed = randomUUID()
  const code = codeOfSeed(context, subject.purpose, seed)
  const longest = new Date(now.getTime() + VALID_HOURS[subject.purpose] * HOUR_MS)
  const expiresAt = subject.until && subject.until < longest ? subject.until : longest
  await insertCode(trx, {
    code_hash: context.sealer.fingerprint(code, PURPOSE),
    purpose: subject.purpose,
    community_id: subject.communityId,
    subject_id: subject.subjectId,
    made_by: subject.madeBy,
    created_at: now.toISOString(),
    expires_at: (subject.isDead ? now : expiresAt).toISOString(),
  })
  return { seed, expiresAt: expiresAt.toISOString() }
}

interface UsedCode {
  communityId: string
  subjectId: string
  madeBy: string
}

interface Typed {
  purpose: CodePurpose
  typed: string
  usedBy: string
}

/**
 * Uses a code up, inside the caller's transaction: when that rolls back, the code is as good as before.
 * Errors: `code_invalid` for one that is mistyped, unknown, used, expired or for something else; all alike.
 */
export const spendCode = async (context: Context, trx: Trx, typed: Typed, now: Date): Promise<UsedCode> => {
  const { community_id: communityId, subject_id: subjectId, made_by: madeBy } = await take(context, trx, typed, now)
  if (communityId === null || madeBy === null) throw new AppError('code_invalid')
  return { communityId, subjectId, madeBy }
}

/** The same for a code that may be of no community. */
export const spendCodeOfAnywhere = async (context: Context, trx: Trx, typed: Typed, now: Date): Promise<string> =>
  (await take(context, trx, typed, now)).subject_id

const take = async (context: Context, trx: Trx, { purpose, typed, usedBy }: Typed, now: Date) => {
  const code = cleanCode(typed)
  if (purposeOfCode(code) !== purpose) throw new AppError('code_invalid')
  const codeHash = context.sealer.fingerprint(code, PURPOSE)
  const taken = await takeCode(trx, { codeHash, purpose, usedBy, now })
  if (!taken) throw new AppError('code_invalid')
  return taken
}
