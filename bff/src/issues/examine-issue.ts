import type { NewIssue } from '@little-bench/shared/issues/contract'
import { type Examination, examine, type Moderation, NOTHING_HELD } from '../moderation/index.ts'
import type { Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'

/**
 * What of an issue somebody must look at before neighbours see it. What only staff will read is a plea for help, and is
 * neither refused nor held. Errors: `words_refused`.
 */
export const examineIssue = async (
  moderation: Moderation,
  viewer: Viewer,
  { visibility, description, isOwnHand }: Pick<NewIssue, 'visibility' | 'description'> & { isOwnHand: boolean },
  write: Write,
): Promise<Examination> =>
  visibility === 'private'
    ? NOTHING_HELD
    : examine(moderation, viewer, { words: description, field: 'description', isOwnHand }, write)
