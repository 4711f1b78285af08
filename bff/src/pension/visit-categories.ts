import { VISIT_FOLLOW_UP_CODE, VISIT_ROUND_CODE } from '@little-bench/shared/pension/service-code'
import type { ItemCategory } from '../work-queue/index.ts'

const CATEGORY = {
  group: { zh: '养老认证' },
  duty: 'perform',
  handledBy: 'community',
  departmentId: null,
  deadlineClass: '24h',
  priority: 1,
  isDelegable: true,
  isRaisedByHouse: true,
  notOurs: null,
} as const

/** Everybody whom one visitor goes to on one day; it names nobody whom they visit. */
export const VISIT_ROUND: ItemCategory = {
  ...CATEGORY,
  serviceCode: VISIT_ROUND_CODE,
  name: { zh: '上门认证' },
  isConfidential: false,
}

/** Somebody is in need of a hospital, or did not want the visit: whoever calls them reads there why, nobody in a list. */
export const VISIT_FOLLOW_UP: ItemCategory = {
  ...CATEGORY,
  serviceCode: VISIT_FOLLOW_UP_CODE,
  name: { zh: '上门以后要联系' },
  priority: 2,
  isConfidential: true,
}

export const VISIT_CATEGORIES: readonly ItemCategory[] = [VISIT_ROUND, VISIT_FOLLOW_UP]
