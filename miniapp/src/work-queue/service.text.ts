import type { Service } from '@little-bench/shared/communities/duty'
import type { TextTable } from '../platform/i18n/text'

/** What the desk calls the services: where an item can be turned into, and whose batch it is. */
export const serviceText = {
  issues: { zh: '居民说事' },
  canteen: { zh: '社区食堂' },
  childcare: { zh: '托育' },
  mediation: { zh: '调解' },
  activities: { zh: '活动和课堂' },
  pension: { zh: '养老认证' },
  privacy: { zh: '关于自己的资料' },
} as const satisfies TextTable & Record<Service, unknown>
