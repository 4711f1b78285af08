import type { Community } from '@little-bench/shared/communities/contract'
import { useState } from 'react'
import { type CommunityPlace, OfflineWay, PlaceHint, useMyCommunity } from '../../../communities'
import { INBOX_KEY } from '../../../notifications'
import { LockedDesk } from '../../../people'
import { useDisplaySettings } from '../../../platform/display-settings'
import { useText } from '../../../platform/i18n/text'
import { useSession } from '../../../platform/session'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { MY_ITEMS_KEY, OutboxList } from '../../../work-queue'
import { DisplaySwitches } from '../../components/display-switches'
import { ElderOffer } from '../../components/elder-offer'
import { FiguresLink } from '../../components/figures-link'
import { HomeAction } from '../../components/home-action'
import { MyAffairs } from '../../components/my-affairs'
import { MyContact } from '../../components/my-contact'
import { ServiceTiles } from '../../components/service-tiles'
import { WhereIAm } from '../../components/where-i-am'
import { homeText } from '../../home.text'
import { useAbilities } from '../../use-abilities'

export default function HomePage() {
  const t = useText(homeText)
  const { community, place, error, retry } = useMyCommunity()
  useRefreshOnShow(MY_ITEMS_KEY)
  useRefreshOnShow(INBOX_KEY)
  return (
    <Page title={t('title')} isRoot headerEnd={<DisplaySwitches />} action={<HomeAction />}>
      <ElderOffer />
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {!community && !error && <Skeleton cards={4} />}
      {community && <HomeParts community={community} place={place} />}
    </Page>
  )
}

const HomeParts = ({ community, place }: { community: Community; place: CommunityPlace | undefined }) => {
  const [isChoosing, setChoosing] = useState(false)
  const isElderMode = useDisplaySettings((settings) => settings.isElderMode)
  const { isSignedIn, canReport } = useAbilities()
  const isLocked = useSession(({ desk, actingFor }) => desk === 'locked' && actingFor === null)
  const contact = <MyContact community={community} gridCellId={place?.gridCellId} />
  return (
    <>
      <WhereIAm community={community} placeName={place?.name} isChoosing={isChoosing} setChoosing={setChoosing} />
      {isElderMode && contact}
      {isLocked && <LockedDesk />}
      <OutboxList />
      {isSignedIn && canReport && <MyAffairs />}
      <ServiceTiles community={community} />
      {!isElderMode && contact}
      {!place && <PlaceHint onChoosePlace={() => setChoosing(true)} />}
      <OfflineWay />
      <FiguresLink communityId={community.id} />
    </>
  )
}
