import type { Env } from '../platform/env/env.ts'
import type { Engine } from '../work-queue/index.ts'
import { endLateAsking } from './held-content.repository.ts'
import { deleteMediaChecks } from './media-check.repository.ts'
import { HeldContents, type Moderation } from './moderation.ts'
import { CHECK_PICTURE, type PictureToCheck } from './picture-job.ts'
import { submitPicture } from './submit-picture.service.ts'

export { type Examination, examine, NOTHING_HELD } from './examine.service.ts'
export { type HeldStanding, heldStandingOf, NOTHING_HELD_BACK } from './held-standing.ts'
export { endHolds, type HeldOf, holdPictures, holdWords } from './hold.ts'
export { takeMediaAnswer } from './media-answer.service.ts'
export { mountModeration } from './moderation.routes.ts'
export type { HeldAddress, HeldHandlers, HeldSubject, Moderation } from './moderation.ts'

/** What WeChat was asked and has answered is of no use after this. */
const KEPT_DAYS = 2

/** The engine of what somebody looks at before neighbours see it; declares its job. */
export const createModeration = (
  engine: Engine,
  env: Pick<Env, 'HOLD_PUBLIC_CONTENT' | 'PAGES_URL' | 'WECHAT_TIMEOUT_MS'>,
  openIdOf: Moderation['openIdOf'],
): Moderation => {
  const moderation: Moderation = {
    ...engine,
    contents: new HeldContents(),
    isHolding: env.HOLD_PUBLIC_CONTENT === '1',
    publicUrl: env.PAGES_URL ?? null,
    waitMs: env.WECHAT_TIMEOUT_MS,
    openIdOf,
  }
  engine.jobs.handle<PictureToCheck>(CHECK_PICTURE, ({ payload }) => submitPicture(moderation, payload))
  return moderation
}

/** What WeChat has not answered in time is for a person. */
export const takeLateAnswers = async ({ db }: Moderation, now: Date): Promise<void> => {
  await endLateAsking(db, now)
}

export const forgetMediaChecks = ({ db }: Moderation, now: Date): Promise<void> =>
  deleteMediaChecks(db, new Date(now.getTime() - KEPT_DAYS * 86_400_000))
