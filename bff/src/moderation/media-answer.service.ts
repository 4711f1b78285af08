import { z } from 'zod'
import type { Trx } from '../platform/db/database.ts'
import { keepVerdict, type MediaVerdict } from './media-check.repository.ts'
import { takeVerdict } from './media-verdict.ts'
import type { Moderation } from './moderation.ts'

/** Of the event `wxa_media_check`; who sent it says nothing, the picture is known by the trace id alone. */
const MediaAnswer = z.object({
  trace_id: z.string().min(1).max(200),
  errcode: z.coerce.number().default(0),
  result: z.object({ suggest: z.string() }).optional(),
})

/** WeChat could not load the picture from its address. */
const NOT_FETCHED = -1008

export const verdictOf = ({ errcode, result }: z.output<typeof MediaAnswer>): MediaVerdict => {
  if (errcode === NOT_FETCHED) return 'not_fetched'
  if (errcode !== 0) return 'not_read'
  const known = (['pass', 'review', 'risky'] as const).find((word) => word === result?.suggest)
  return known ?? 'not_read'
}

/**
 * Takes WeChat's answer about a picture, in the transaction that works through its event: once, and whether or not it is
 * known already what was asked.
 */
export const takeMediaAnswer = async (moderation: Moderation, trx: Trx, event: unknown): Promise<void> => {
  const answer = MediaAnswer.safeParse(event)
  if (!answer.success) return
  const now = moderation.clock.now()
  const verdict = verdictOf(answer.data)
  const address = await keepVerdict(trx, answer.data.trace_id, verdict, now)
  if (address) await takeVerdict(moderation, trx, address, verdict, now)
}
