import { AppError, ERRORS, type ErrorCode } from '@little-bench/shared/kernel/errors'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'

/** What keeps one child out and says nothing of its siblings. */
const OF_ONE_CHILD: readonly ErrorCode[] = ['age_outside_band', 'slot_full', 'already_booked', 'booking_overlaps']

/** Which of how many children something is done for. */
export interface OneOf {
  index: number
  count: number
  language: Language
}

/**
 * Siblings come together or not at all: what keeps one of several out is said of that one, and that none was booked.
 * Errors: `siblings_not_together` with the child's field, or what `work` says of an only child.
 */
export const together = async <Result>(
  { index, count, language }: OneOf,
  work: () => Result | Promise<Result>,
): Promise<Result> => {
  try {
    return await work()
  } catch (error) {
    if (count === 1 || !(error instanceof AppError) || !OF_ONE_CHILD.includes(error.code)) throw error
    throw new AppError('siblings_not_together', [
      { field: `childIds.${index}`, message: inLanguage(ERRORS[error.code], language) },
    ])
  }
}
