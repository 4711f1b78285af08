import type { MyItem } from '@little-bench/shared/work-queue/item.contract'
import { openPage } from '../../platform/navigation'

/** Opens what somebody asked for on the page of its service. */
export const openMyItem = ({ service, communityId, id, subjectId }: MyItem): void => {
  if (service === 'privacy') openPage('privacy/pages/asked/index', { communityId, workItemId: id })
  else openPage('issues/pages/detail/index', { communityId, id: subjectId })
}
