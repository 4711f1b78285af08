import type { LocalText } from '../kernel/language.ts'
import type { AbsenceChecker } from './meals.ts'

/** Meals in a row that somebody had ordered and did not come for, before anybody is asked after them. */
export const ABSENCES_BEFORE_CHECK = 2

/** Changed whenever the texts below change: a consent names the words it was given to. */
export const ABSENCE_CONSENT_VERSION = '2026-11-29'

/** What somebody agrees to; without it nobody is told that they did not come. */
export const ABSENCE_CONSENT: Record<AbsenceChecker, LocalText> = {
  family: { zh: '同意：订了餐连着两次没有来取，就告诉能替我看订餐的家人，请他们问一声。随时可以收回。' },
  grid_worker: { zh: '同意：订了餐连着两次没有来取，就请我的网格员来看一看。随时可以收回。' },
}

/** Whether this absence is the one at which somebody is asked after: the second, the fourth, … in a row. */
export const isTimeToAsk = (absencesInARow: number): boolean =>
  absencesInARow > 0 && absencesInARow % ABSENCES_BEFORE_CHECK === 0
