import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useDisplaySettings } from '../platform/display-settings'
import { useHelpContacts } from '../platform/help-contacts'
import { useSession } from '../platform/session'
import { communityApi } from './community.api'
import { keepCommunities, keepCommunity, readKeptCommunities, readKeptCommunity } from './kept-community'
import { useMyPlaceId } from './my-place'
import { contactsFor, placesOf } from './places'

const HOUR_MS = 3_600_000

/** The communities that are served; without a network as they were the last time. */
export const useCommunities = () => {
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: ['communities', language],
    queryFn: async () => {
      const { items } = await communityApi.listCommunities()
      keepCommunities(items, language)
      return { items }
    },
    initialData: () => {
      const items = readKeptCommunities(language)
      return items && { items }
    },
    initialDataUpdatedAt: 0,
    staleTime: HOUR_MS,
  })
}

/** One community; without a network as it was the last time. */
export const useCommunity = (communityId: string | undefined) => {
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: ['community', communityId, language],
    enabled: communityId !== undefined,
    queryFn: async () => {
      const community = await communityApi.getCommunity({ params: { communityId: communityId ?? '' } })
      keepCommunity(community, language)
      return community
    },
    initialData: () => (communityId ? readKeptCommunity(communityId, language) : undefined),
    initialDataUpdatedAt: 0,
    staleTime: HOUR_MS,
  })
}

/** The community whose pages are shown: the chosen one, else the first that is served here. */
export const useMyCommunity = () => {
  const chosen = useSession((session) => session.communityId)
  const communities = useCommunities()
  const served = communities.data?.items
  const isServed = !served || served.some(({ id }) => id === chosen)
  const communityId = chosen && isServed ? chosen : served?.[0]?.id
  const community = useCommunity(communityId)
  const placeId = useMyPlaceId(communityId)
  const place = community.data && placesOf(community.data).find(({ id }) => id === placeId)
  useKeepHelpContacts(community.data, place?.gridCellId)
  return {
    community: community.data,
    /** The courtyard where this person lives, if they said so. */
    place,
    /** Only what keeps the page from being shown. */
    error: community.data ? null : (community.error ?? communities.error),
    retry: () => void Promise.all([communities.refetch(), community.refetch()]),
  }
}

const useKeepHelpContacts = (community: ReturnType<typeof useCommunity>['data'], gridCellId: string | undefined) => {
  const setContacts = useHelpContacts((help) => help.setContacts)
  useEffect(() => {
    if (community) setContacts(contactsFor(community, gridCellId))
  }, [community, gridCellId, setContacts])
}
