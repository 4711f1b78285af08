import type { Community } from '@little-bench/shared/communities/contract'
import { useEffect } from 'react'
import { bringEmergencyPage } from '../../communities'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Tile } from '../../ui/tile'
import { TileGrid } from '../../ui/tile-grid'
import { elderWays } from '../elder-ways'
import { homeText } from '../home.text'
import { useServices } from '../use-services'
import { StaffTiles } from './staff-tiles'

/** A large way into each service that this person can use here; in 长辈版 at most five beside those of work. */
export const ServiceTiles = ({ community }: { community: Community }) => {
  const isElderMode = useDisplaySettings((settings) => settings.isElderMode)
  const { ways, unread } = useServices(community)
  useEffect(bringEmergencyPage, [])
  const { shown, left } = isElderMode ? elderWays(ways) : { shown: ways, left: [] }
  const [first, ...others] = shown
  return (
    <TileGrid>
      {first && <Tile {...first.tile} />}
      <StaffTiles />
      {others.map((way) => (
        <Tile key={way.key} {...way.tile} />
      ))}
      {left.length > 0 && <MoreTile count={left.length} unread={unread} />}
    </TileGrid>
  )
}

/** What did not fit is one tap away; a message that was not read is said here already. */
const MoreTile = ({ count, unread = 0 }: { count: number; unread: number | undefined }) => {
  const t = useText(homeText)
  return (
    <Tile
      name={t('moreServices')}
      icon='forward'
      tint='amber'
      now={unread > 0 ? t('moreUnread', { count: unread }) : t('moreNow', { count })}
      onPress={() => openPage('home/pages/services/index')}
    />
  )
}
