import type { LocalText } from '../kernel/language.ts'

/** What can become of a visit that somebody counted on; said whole, also to who cannot open anything. */
export const VISIT_CHANGES = ['waits_again', 'not_needed', 'need_not_go'] as const
export type VisitChange = (typeof VISIT_CHANGES)[number]

export const VISIT_CHANGE_TEXT: Record<VisitChange, LocalText> = {
  waits_again: { zh: '原来约的时间不来了，会另外安排' },
  not_needed: { zh: '已经记下办好了，不用再上门' },
  /** To whoever would have gone. */
  need_not_go: { zh: '原来那趟不用您去了，请看名单' },
}
