import type { Community } from '@little-bench/shared/communities/contract'
import { OfflineWay, useMyCommunity } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { Tile } from '../../../ui/tile'
import { TileGrid } from '../../../ui/tile-grid'
import { elderWays } from '../../elder-ways'
import { homeText } from '../../home.text'
import { useServices } from '../../use-services'

/** Every service in one place, for 长辈版, whose first page keeps to the most needed ones. */
export default function ServicesPage() {
  const t = useText(homeText)
  const { community, error, retry } = useMyCommunity()
  return (
    <Page title={t('moreServices')}>
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {!community && !error && <Skeleton cards={4} />}
      {community && <AllServices community={community} />}
      <OfflineWay />
    </Page>
  )
}

/** What the first page has no room for stands first. */
const AllServices = ({ community }: { community: Community }) => {
  const { ways } = useServices(community)
  const { shown } = elderWays(ways)
  const others = ways.filter((way) => !shown.includes(way))
  return (
    <TileGrid>
      {[...others, ...shown].map((way) => (
        <Tile key={way.key} {...way.tile} />
      ))}
    </TileGrid>
  )
}
