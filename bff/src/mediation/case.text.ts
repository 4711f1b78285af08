import type { LocalText } from '@little-bench/shared/kernel/language'
import type { Side } from '@little-bench/shared/mediation/kinds'

/** What the two sides are called in what both read. */
export const SIDE_TEXT: Record<Side, LocalText> = {
  applicant: { zh: '申请人' },
  respondent: { zh: '被申请人' },
}
