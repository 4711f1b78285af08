import type { InboxMessage } from '@little-bench/shared/notifications/contract'
import { NOTICE_OPENS } from '@little-bench/shared/notifications/notice-opens'
import { openPage } from '../platform/navigation'

/** What the reader does here, as far as it decides on which page they see a thing. */
interface Reader {
  mediates: boolean
  /** Whoever goes to people's doors is told of their round. */
  visits: boolean
  /** Lets somebody act for them. */
  hasGiven: boolean
}

/** Opens what a message is about. */
export const openMessage = (message: InboxMessage, { mediates, visits, hasGiven }: Reader): void => {
  const { communityId, workItemId, subjectId } = message
  switch (NOTICE_OPENS[message.kind]) {
    case 'item':
      if (subjectId === null) return openPage('issues/pages/public/index')
      // An item may be of a service that the message does not name.
      return openPage('issues/pages/detail/index', { communityId, id: subjectId, ...(workItemId && { workItemId }) })
    case 'desk_item':
      return workItemId === null ? undefined : openPage('work-queue/pages/item/index', { communityId, id: workItemId })
    case 'case':
      if (subjectId === null) return openPage('mediation/pages/mine/index')
      return openPage(mediates ? 'mediation/pages/work/index' : 'mediation/pages/case/index', {
        communityId,
        id: subjectId,
      })
    case 'child_booking':
      if (subjectId === null) return openPage('bookings/pages/mine/index')
      return openPage('childcare/pages/booking/index', { communityId, id: subjectId })
    case 'visit':
      return visits ? openPage('pension/pages/round/index', {}) : openPage('pension/pages/visit/index')
    case 'grants':
      return openPage(hasGiven ? 'people/pages/grants-given/index' : 'people/pages/grants-received/index')
    case 'neighbours':
      return openPage('issues/pages/public/index')
    case 'bookings':
      return openPage('bookings/pages/mine/index')
    case 'sittings':
      return openPage('canteen/pages/sittings/index')
    case 'proof':
      return openPage('pension/pages/proof/index')
    case 'acts':
      return openPage('people/pages/proxy-acts/index')
    case 'grants_given':
      return openPage('people/pages/grants-given/index')
    case 'grants_received':
      return openPage('people/pages/grants-received/index')
    case 'facts':
      return openPage('people/pages/facts/index')
    case 'household':
      return openPage('people/pages/household/index')
  }
}
