import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import { deliveryEndpoints } from '@little-bench/shared/notifications/endpoints'
import type { deliveryContract } from '@little-bench/shared/notifications/subscribe.contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useWorkCommunityId } from '../people'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'

type Contract = typeof deliveryContract
export type Delivery = CallResult<Contract['listDeliveries']>['items'][number]
export type DeliveryView = NonNullable<NonNullable<CallInput<Contract['listDeliveries']>['query']>['view']>

const deliveryApi = createClient<Contract>(deliveryEndpoints, { actingFor: null })

export const DELIVERIES_KEY = ['deliveries'] as const
const PAGE = 50

/** Messages of the community on their way through WeChat, newest first; `stuck` are those that somebody must look at. */
export const useDeliveries = (view: DeliveryView, isWanted = true) => {
  const communityId = useWorkCommunityId('delivery.read')
  const staffId = useSession(({ person }) => person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useInfiniteQuery({
    queryKey: [...DELIVERIES_KEY, view, communityId, staffId, language],
    enabled: isWanted && communityId !== undefined,
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      deliveryApi.listDeliveries({
        params: { communityId: communityId ?? '' },
        query: { view, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    getNextPageParam: (last) => last.nextCursor,
  })
}
