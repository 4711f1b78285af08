import type { Community } from '@little-bench/shared/communities/contract'
import { useEffect } from 'react'
import { bringEmergencyPage, useContactBoard } from '../../communities'
import { useInbox } from '../../notifications'
import { useDisplaySettings } from '../../platform/display-settings'
import { type Translate, useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { Tile } from '../../ui/tile'
import { TileGrid } from '../../ui/tile-grid'
import { groupMyItems, useMyItems } from '../../work-queue'
import { homeText } from '../home.text'
import { useAbilities } from '../use-abilities'
import { StaffTiles } from './staff-tiles'

/** A large way into each service that this person can use here, with one line of what is true now; in 长辈版 at most five beside those of work. */
export const ServiceTiles = ({ community }: { community: Community }) => {
  const t = useText(homeText)
  const isElderMode = useDisplaySettings((settings) => settings.isElderMode)
  const actingFor = useSession((session) => session.actingFor)
  const { isSignedIn, canReport } = useAbilities()
  const items = useMyItems().data?.pages.flatMap((page) => page.items)
  const topics = useContactBoard(community.id, undefined).topics
  useEffect(bringEmergencyPage, [])
  const unread = useInbox().data?.pages[0]?.unread
  return (
    <TileGrid>
      <Tile
        name={t('emergency')}
        icon='alert'
        tint='red'
        now={t('emergencyNow')}
        onPress={() => openPage('communities/pages/emergency/index')}
      />
      <StaffTiles />
      {canReport && community.services.includes('issues') && (
        <Tile
          name={t('report')}
          icon='speech'
          now={t('reportNow')}
          onPress={() => openPage('issues/pages/report/index')}
        />
      )}
      {canReport && !isElderMode && community.services.includes('issues') && (
        <Tile
          name={t('snap')}
          icon='camera'
          tint='violet'
          now={t('snapNow')}
          onPress={() => openPage('issues/pages/snap/index')}
        />
      )}
      <Tile
        name={t('contacts')}
        icon='phone'
        tint='amber'
        now={topics && t('contactsNow', { count: topics.length })}
        onPress={() => openPage('communities/pages/contacts/index')}
      />
      {canReport && (
        <Tile
          name={actingFor ? t('itemsFor', actingFor) : t('myItems')}
          icon='list'
          tint='green'
          now={isSignedIn ? items && itemsNow(items, t, actingFor !== null) : t('afterSignIn')}
          onPress={() => openPage('issues/pages/list/index')}
        />
      )}
      {!actingFor && (
        <Tile
          name={t('inbox')}
          icon='bell'
          tint='violet'
          now={isSignedIn ? unreadNow(unread, t) : t('inboxAfterSignIn')}
          onPress={() => openPage('people/pages/inbox/index')}
        />
      )}
      {!isElderMode && (
        <Tile
          name={t('publicItems')}
          icon='bench'
          now={t('publicNow')}
          onPress={() => openPage('issues/pages/public/index')}
        />
      )}
    </TileGrid>
  )
}

const itemsNow = (items: Parameters<typeof groupMyItems>[0], t: Translate<typeof homeText>, isActing: boolean) => {
  const { waitingForMe, open } = groupMyItems(items)
  const questions = waitingForMe.filter(({ canAnswer }) => canAnswer).length
  if (questions > 0) return t(isActing ? 'questionCountFor' : 'questionCount', { count: questions })
  if (waitingForMe.length > 0) return t(isActing ? 'waitingCountFor' : 'waitingCount', { count: waitingForMe.length })
  return open.length > 0 ? t('openCount', { count: open.length }) : t('nothingOpen')
}

const unreadNow = (unread: number | undefined, t: Translate<typeof homeText>) => {
  if (unread === undefined) return undefined
  return unread > 0 ? t('unread', { count: unread }) : t('allRead')
}
