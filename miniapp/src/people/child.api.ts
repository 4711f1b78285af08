import type { CallInput } from '@little-bench/shared/kernel/endpoint'
import type { childContract } from '@little-bench/shared/people/child.contract'
import { childEndpoints } from '@little-bench/shared/people/endpoints'
import { useQuery } from '@tanstack/react-query'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'

type Contract = typeof childContract
export type ChildFields = CallInput<Contract['saveChild']>['body']

const childApi = createClient<Contract>(childEndpoints)

export const CHILDREN_KEY = ['children'] as const

/** The children of the person whose business it is, as they wrote them down. */
export const useChildren = (communityId: string | undefined) => {
  const personId = useSession((session) => session.person?.id)
  return useQuery({
    queryKey: [...CHILDREN_KEY, communityId, personId],
    enabled: communityId !== undefined && personId !== undefined,
    queryFn: async () => (await childApi.listChildren({ params: { communityId: communityId ?? '' } })).items,
  })
}

export const useSaveChild = (communityId: string) =>
  useWrite(
    (body: ChildFields, options) => childApi.saveChild({ params: { communityId }, body }, options),
    [CHILDREN_KEY],
  )

export const useRemoveChild = (communityId: string) =>
  useWrite(
    (childId: string, options) => childApi.removeChild({ params: { communityId, childId } }, options),
    [CHILDREN_KEY],
  )

/** Who of the staff read of the child, when and why. */
export const useChildReads = (communityId: string, childId: string) =>
  useQuery({
    queryKey: [...CHILDREN_KEY, 'reads', communityId, childId],
    queryFn: async () => (await childApi.listChildReads({ params: { communityId, childId } })).items,
  })
