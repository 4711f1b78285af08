import type { HoldReason } from '@little-bench/shared/moderation/holds'
import type { Trx } from '../platform/db/database.ts'
import { holdSubjectItem } from '../work-queue/index.ts'
import { endAsking, findHeldContent } from './held-content.repository.ts'
import type { MediaVerdict } from './media-check.repository.ts'
import type { Moderation } from './moderation.ts'
import { CHECK_PICTURE, type PictureToCheck } from './picture-job.ts'

/** A picture that WeChat could not fetch is handed over so many times. */
const SUBMISSIONS = 2

const WHY: Record<Exclude<MediaVerdict, 'pass'>, HoldReason> = {
  review: 'unsure',
  risky: 'risky_picture',
  not_fetched: 'unanswered',
  not_read: 'unanswered',
}

/** What follows from WeChat's word about a picture. Too late, when a person looks already, nothing does. */
export const takeVerdict = async (
  moderation: Moderation,
  trx: Trx,
  address: PictureToCheck,
  verdict: MediaVerdict,
  now: Date,
): Promise<void> => {
  const found = await findHeldContent(trx, address)
  if (found?.state !== 'asked') return
  // Whatever changes what neighbours see of an issue holds its item first, in one order for all.
  await holdSubjectItem(trx, address.communityId, found.work_item_id)
  if (verdict === 'not_fetched' && found.submissions < SUBMISSIONS) {
    return moderation.jobs.enqueue<PictureToCheck>(trx, CHECK_PICTURE, address)
  }
  if (verdict !== 'pass') {
    await endAsking(trx, address, { state: 'waiting', why: WHY[verdict] })
    return
  }
  if (!(await endAsking(trx, address, { state: 'shown', why: null }))) return
  const held = { communityId: address.communityId, subjectId: found.subject_id, fileId: found.file_id }
  await moderation.contents.of(found.kind).show(trx, held, true, now)
}
