import { MEDIATION_CODE } from '@little-bench/shared/mediation/service-code'
import type { ItemCategory } from '../work-queue/index.ts'

/** What the item is called wherever it stands: whoever looks over a shoulder learns nothing. */
export const NEUTRAL_TITLE = '一件事'

/** 调解 goes to the committee's own queue and to nobody else. */
export const MEDIATION_CATEGORY = {
  serviceCode: MEDIATION_CODE,
  name: { zh: NEUTRAL_TITLE },
  group: { zh: NEUTRAL_TITLE },
  duty: 'perform',
  handledBy: 'community',
  departmentId: null,
  deadlineClass: '24h',
  priority: 1,
  isConfidential: true,
  isDelegable: false,
  notOurs: null,
} as const satisfies ItemCategory
