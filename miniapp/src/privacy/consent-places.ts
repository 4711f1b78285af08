import type { ConsentPurpose } from '@little-bench/shared/privacy/consents'
import type { PagePath } from '../platform/navigation'

/** Where a consent is withdrawn together with what was written down for it. */
export const PLACE_OF_CONSENT = {
  account: 'people/pages/close-account/index',
  facts: 'people/pages/facts/index',
  children: 'childcare/pages/children/index',
  activities_of_children: 'bookings/pages/mine/index',
  absence_check: 'canteen/pages/absence/index',
  home_visit: 'pension/pages/visit/index',
} as const satisfies Partial<Record<ConsentPurpose, PagePath>>

export const hasPlace = (purpose: ConsentPurpose): purpose is keyof typeof PLACE_OF_CONSENT =>
  purpose in PLACE_OF_CONSENT
