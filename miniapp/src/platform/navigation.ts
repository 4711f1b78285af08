import Taro from '@tarojs/taro'

/** Every page and what it needs to open; a new page starts here and in app.config.ts. */
export interface PageParams {
  'home/pages/index/index': object
  'home/pages/services/index': object
  'home/pages/not-found/index': object
  'communities/pages/contacts/index': object
  'communities/pages/emergency/index': object
  'issues/pages/list/index': object
  'issues/pages/public/index': object
  /** `entry`: something that waits on the phone and is changed before it goes out. */
  'issues/pages/report/index': { entry?: string }
  'issues/pages/snap/index': object
  'issues/pages/unsent/index': { id: string }
  'issues/pages/volunteers/index': object
  /** `workItemId`: the item of a message, which may be of another service. */
  'issues/pages/detail/index': { communityId: string; id: string; workItemId?: string }
  'issues/pages/rate/index': { communityId: string; id: string; workItemId: string }
  'canteen/pages/sittings/index': object
  /** `same`: the meal of the last time is filled in and only has to be confirmed. */
  'canteen/pages/order/index': { communityId: string; slotId: string; on: string; same?: string }
  'canteen/pages/meal/index': { communityId: string; id: string }
  'canteen/pages/standing/index': object
  'canteen/pages/absence/index': object
  'kitchen/pages/today/index': { communityId?: string; on?: string }
  'kitchen/pages/sheet/index': { communityId: string; slotId: string }
  'kitchen/pages/delivery/index': { communityId: string; slotId: string }
  'kitchen/pages/menu/index': { communityId: string; canteenId: string; on: string }
  'kitchen/pages/day-end/index': { communityId: string; canteenId: string; on: string }
  'people/pages/inbox/index': object
  'people/pages/me/index': object
  'people/pages/sign-in/index': object
  'counter/pages/counter/index': object
  'counter/pages/assisted-issue/index': object
  'counter/pages/items/index': object
  'counter/pages/resident-facts/index': object
  'counter/pages/household/index': object
  'counter/pages/grants/index': object
  'counter/pages/witness/index': object
  'counter/pages/fact-check/index': object
  'counter/pages/call-list/index': object
  'counter/pages/open-proofs/index': object
  'counter/pages/deliveries/index': object
  'privacy/pages/policy/index': object
  'privacy/pages/mine/index': object
  'privacy/pages/request/index': object
  'privacy/pages/asked/index': { communityId: string; workItemId: string }
  'people/pages/facts/index': object
  'people/pages/fact/index': { kind: string }
  'people/pages/household/index': object
  'people/pages/grants-given/index': object
  'people/pages/grant-offer/index': object
  'people/pages/grants-received/index': object
  'people/pages/proxy-acts/index': object
  'people/pages/code/index': object
  'people/pages/account/index': object
  'people/pages/phone/index': object
  'people/pages/close-account/index': object
  /** The code of an invitation, when it was read by a camera. */
  'people/pages/staff-invitation/index': { code?: string }
  'people/pages/second-step/index': object
  'people/pages/staff/index': object
  'people/pages/invite-staff/index': object
  'bookings/pages/mine/index': object
  'childcare/pages/slots/index': object
  'childcare/pages/children/index': object
  /** Without an id it is one that is not written down yet. */
  'childcare/pages/child/index': { id?: string }
  'childcare/pages/booking/index': { communityId: string; id: string }
  /** The day of one centre, for those who look after the children; without a day it is today. */
  'childcare/pages/roster/index': { communityId?: string; centreId?: string; on?: string }
  'activities/pages/list/index': object
  'activities/pages/roster/index': { communityId: string; slotId: string }
  /** `fromWorkItemId`: an item that staff turned into a request with the resident's consent. */
  'mediation/pages/request/index': { fromWorkItemId?: string }
  'mediation/pages/mine/index': object
  'mediation/pages/case/index': { communityId: string; id: string }
  /** The code of an invitation, when it is known already. */
  'mediation/pages/invitation/index': { code?: string }
  'mediation/pages/cases/index': object
  'mediation/pages/work/index': { communityId: string; id: string }
  'mediation/pages/mediators/index': object
  'mediation/pages/ledger/index': object
  /** `communityId`: of a link that was pasted into a group. */
  'pension/pages/proof/index': { communityId?: string }
  'pension/pages/way/index': object
  'pension/pages/steps/index': object
  'pension/pages/done/index': object
  'pension/pages/ask/index': object
  'pension/pages/visit/index': object
  /** The day of whoever goes; without a day it is today. */
  'pension/pages/round/index': { communityId?: string; on?: string }
  'pension/pages/plan/index': object
  'moderation/pages/held/index': object
  'work-queue/pages/inbox/index': { queueId?: string }
  'work-queue/pages/item/index': { communityId: string; id: string }
  'work-queue/pages/search/index': object
  'work-queue/pages/follow-ups/index': { queueId: string }
  'work-queue/pages/not-ours/index': { communityId: string }
  'work-queue/pages/roster/index': { queueId: string }
  'work-queue/pages/reply-templates/index': { communityId: string }
  'work-queue/pages/reply-template/index': { communityId: string; id?: string }
  'work-queue/pages/figures/index': { communityId: string }
  'work-queue/pages/ledger/index': { communityId: string }
  'work-queue/pages/grid-redraw/index': { communityId: string }
}
export type PagePath = keyof PageParams

export const HOME_PAGE: PagePath = 'home/pages/index/index'
/** WeChat keeps ten pages at most. */
const STACK_LIMIT = 10

/** A page as it is written into the address bar. */
export const urlOf = (path: PagePath, params: object = {}) => {
  const pairs = Object.entries(params).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return `/${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
}

/** Opens a page above this one. */
export const openPage = <P extends PagePath>(path: P, params?: PageParams[P]): void => {
  const url = urlOf(path, params)
  if (Taro.getCurrentPages().length >= STACK_LIMIT) void Taro.redirectTo({ url })
  else void Taro.navigateTo({ url })
}

/** Opens a page in place of this one, so that going back does not return to it. */
export const replacePage = <P extends PagePath>(path: P, params?: PageParams[P]): void =>
  void Taro.redirectTo({ url: urlOf(path, params) })

/** Leaves every open page for this one. */
export const restartAt = <P extends PagePath>(path: P, params?: PageParams[P]): void =>
  void Taro.reLaunch({ url: urlOf(path, params) })

/** One page back; home when there is none (somebody opened a link). */
export const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else restartAt(HOME_PAGE)
}
