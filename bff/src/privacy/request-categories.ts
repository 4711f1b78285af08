import { REQUEST_CODES, REQUEST_DEADLINE } from '@little-bench/shared/privacy/service-codes'
import type { ItemCategory } from '../work-queue/index.ts'

/** What the item is called wherever it stands: what somebody wants changed is theirs and the staff's. */
export const REQUEST_TITLE = '关于自己的资料'

const CATEGORY = {
  group: { zh: '自己的资料' },
  duty: 'perform',
  handledBy: 'community',
  departmentId: null,
  deadlineClass: REQUEST_DEADLINE,
  priority: 1,
  isConfidential: true,
  // Whoever acts for somebody does not read, or decide, what becomes of their data.
  isDelegable: false,
  notOurs: null,
} as const

export const REQUEST_CATEGORIES = {
  correction: { ...CATEGORY, serviceCode: REQUEST_CODES.correction, name: { zh: '要求更正资料' } },
  deletion: { ...CATEGORY, serviceCode: REQUEST_CODES.deletion, name: { zh: '要求删除资料' } },
} as const satisfies Record<'correction' | 'deletion', ItemCategory>
