import { answerDueAt, type HoldReason } from '@little-bench/shared/moderation/holds'
import { addressToCheck } from '../files/index.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import { WechatError, type WechatProblem } from '../platform/wechat/wechat.ts'
import { endAsking, findHeldContent, noteSubmission } from './held-content.repository.ts'
import { keepQuestion } from './media-check.repository.ts'
import { takeVerdict } from './media-verdict.ts'
import type { Moderation } from './moderation.ts'
import type { PictureToCheck } from './picture-job.ts'

/** What may go better later: the job is repeated until the answer is overdue. */
const PASSING: readonly WechatProblem[] = ['unavailable', 'busy', 'rate_limited', 'same_person_at_once']

/** Hands a picture to WeChat, which answers within half an hour. Repeated, it only asks again under another id. */
export const submitPicture = async (moderation: Moderation, address: PictureToCheck): Promise<void> => {
  const { db, clock, wechat, publicUrl } = moderation
  const held = await findHeldContent(db, address)
  if (held?.state !== 'asked' || held.file_id === null) return
  const openId = wechat && (await moderation.openIdOf(held.author_id))
  if (!wechat || publicUrl === null || openId === null) return forPerson(moderation, address, 'unanswered')
  const url = publicUrl + addressToCheck(moderation, held.file_id)
  let traceId: string
  try {
    ;({ traceId } = await wechat.checkPicture({ openId, url }))
  } catch (error) {
    if (!(error instanceof WechatError) || PASSING.includes(error.problem)) throw error
    return forPerson(moderation, address, 'unanswered')
  }
  const now = clock.now()
  await inTransaction(db, now, PLAIN_WRITE, async (trx) => {
    await noteSubmission(trx, address, answerDueAt(now))
    const verdict = await keepQuestion(trx, traceId, address, now)
    if (verdict !== null) await takeVerdict(moderation, trx, address, verdict, now)
  })
}

const forPerson = async ({ db }: Moderation, address: PictureToCheck, why: HoldReason): Promise<void> => {
  await endAsking(db, address, { state: 'waiting', why })
}
