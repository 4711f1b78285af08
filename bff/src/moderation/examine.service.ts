import { AppError } from '@little-bench/shared/kernel/errors'
import { inLanguage } from '@little-bench/shared/kernel/language'
import { type HoldReason, hasTibetan, riskText } from '@little-bench/shared/moderation/holds'
import { type Write, wasMade } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { TextVerdict } from '../platform/wechat/wechat.ts'
import type { Moderation } from './moderation.ts'
import { piecesOf } from './words-pieces.ts'

/** What becomes of what somebody wants neighbours to see. */
export interface Examination {
  /** Why a person looks at the words first; null when nobody need. */
  words: HoldReason | null
  /** The same for its pictures; `ask`: WeChat looks at them. */
  pictures: HoldReason | 'ask' | null
}

export const NOTHING_HELD: Examination = { words: null, pictures: null }
const ALL_HELD: Examination = { words: 'unanswered', pictures: 'unanswered' }

/** Words for neighbours, and by whose hand they came. */
export interface PublicWords {
  words: string
  /** In which field of the request they stand. */
  field: string
  /** False when staff wrote them for somebody. */
  isOwnHand: boolean
}

/**
 * Looks at what neighbours would read before anything is written, because WeChat answers only about somebody who has
 * just been there. It refuses nothing but what WeChat calls risky; whatever else goes wrong is received and held.
 * Errors: `words_refused`.
 */
export const examine = async (
  moderation: Moderation,
  viewer: Viewer,
  { words, field, isOwnHand }: PublicWords,
  write: Write,
): Promise<Examination> => {
  if (!moderation.isHolding) return NOTHING_HELD
  // Made before, it is answered as it was, whatever WeChat would say now. Were its key forgotten this moment, a person looks.
  if (await wasMade(moderation.db, write)) return ALL_HELD
  const isOwn = isOwnHand && viewer.authority === null
  // Somebody with a WeChat account who writes on the web page is as unknown to WeChat as anybody else there.
  const isKnown = isOwn && viewer.isFromWechat && moderation.wechat !== null
  const openId = isKnown ? await moderation.openIdOf(viewer.personId) : null
  return {
    words: await whyHeld(moderation, viewer, { words, field, openId }),
    pictures: whyPicturesAreHeld(moderation, openId),
  }
}

const whyPicturesAreHeld = ({ publicUrl }: Moderation, openId: string | null): HoldReason | 'ask' => {
  if (openId === null) return 'not_from_wechat'
  return publicUrl === null ? 'unanswered' : 'ask'
}

const whyHeld = async (
  moderation: Moderation,
  viewer: Viewer,
  { words, field, openId }: { words: string; field: string; openId: string | null },
): Promise<HoldReason | null> => {
  if (words === '') return null
  if (hasTibetan(words)) return 'tibetan'
  if (openId === null) return 'not_from_wechat'
  const verdicts = await verdictsOf(moderation, openId, words)
  if (verdicts === null) return 'unanswered'
  const risky = verdicts.find(({ verdict }) => verdict === 'risky')
  if (risky) {
    throw new AppError('words_refused', [{ field, message: inLanguage(riskText(risky.label), viewer.language) }])
  }
  return verdicts.every(({ verdict }) => verdict === 'pass') ? null : 'unsure'
}

/** What WeChat says of each piece; null when it does not say in time, for whatever reason. */
const verdictsOf = async (
  { wechat, waitMs }: Moderation,
  openId: string,
  words: string,
): Promise<TextVerdict[] | null> => {
  if (!wechat) return null
  const asked = piecesOf(words).map((piece) => wechat.checkWords({ openId, words: piece }))
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), waitMs)
  })
  try {
    return await Promise.race([Promise.all(asked), tooLate])
  } catch {
    // The client has counted and logged it; to the person it makes no difference.
    return null
  } finally {
    clearTimeout(timer)
  }
}
