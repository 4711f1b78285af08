import type { Community } from '@little-bench/shared/communities/contract'
import { useText } from '../platform/i18n/text'
import { useSession } from '../platform/session'
import { ChoiceList } from '../ui/choice-list'
import { ErrorNotice } from '../ui/error-notice'
import { Sheet } from '../ui/sheet'
import { Skeleton } from '../ui/skeleton'
import { communityText } from './community.text'
import { useMyPlace } from './my-place'
import { PlaceChoice } from './place-choice'
import { useCommunities } from './use-community'

interface CommunityChoiceProps {
  isOpen: boolean
  onClose: () => void
  community: Community | undefined
  /** Also asks for the courtyard in which the person lives. */
  hasPlaces?: boolean
}

/** Chooses the community, and the courtyard that stays on the phone. */
export const CommunityChoice = ({ isOpen, onClose, community, hasPlaces = false }: CommunityChoiceProps) => {
  const t = useText(communityText)
  const communities = useCommunities()
  // The courtyard on this phone is its owner's, not that of whom they act for.
  const isOwn = useSession((session) => session.actingFor === null)
  const asksPlace = hasPlaces && isOwn
  const chooseCommunity = useSession((session) => session.chooseCommunity)
  const choices = communities.data?.items.map(({ id, name, subdistrict }) => ({ value: id, name, note: subdistrict }))
  return (
    <Sheet isOpen={isOpen} title={t(asksPlace ? 'chooseHere' : 'switchCommunity')} onClose={onClose}>
      {communities.error && <ErrorNotice error={communities.error} onRetry={() => void communities.refetch()} />}
      {communities.isPending && <Skeleton />}
      {choices && (
        <ChoiceList<string>
          label={t('whichCommunity')}
          choices={choices}
          value={community?.id ?? null}
          onChange={chooseCommunity}
        />
      )}
      {asksPlace && community && <MyPlaceChoice community={community} />}
    </Sheet>
  )
}

const MyPlaceChoice = ({ community }: { community: Community }) => {
  const t = useText(communityText)
  const placeId = useMyPlace((mine) => mine.placeIds[community.id])
  const choosePlace = useMyPlace((mine) => mine.choosePlace)
  return (
    <PlaceChoice
      label={t('whichPlace')}
      hint={t('placeStaysHere')}
      community={community}
      placeId={placeId ?? null}
      onChoose={(chosen) => choosePlace(community.id, chosen)}
    />
  )
}
