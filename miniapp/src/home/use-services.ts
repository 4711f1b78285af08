import type { Community } from '@little-bench/shared/communities/contract'
import type { ComponentProps } from 'react'
import { useContactBoard } from '../communities'
import { useInbox } from '../notifications'
import { type Translate, useText } from '../platform/i18n/text'
import { openPage } from '../platform/navigation'
import { useSession } from '../platform/session'
import type { Tile } from '../ui/tile'
import { groupMyItems, useMyItems } from '../work-queue'
import { useCanteenNow } from './canteen-now'
import { homeText } from './home.text'
import { usePensionNow } from './pension-now'
import { useAbilities } from './use-abilities'

export interface ServiceWay {
  key: string
  tile: ComponentProps<typeof Tile>
}

interface Services {
  /** The most needed first. */
  ways: ServiceWay[]
  unread: number | undefined
}

/** Every service that whoever's business it is can use here, with one line of what is true now. */
export const useServices = (community: Community): Services => {
  const t = useText(homeText)
  const actingFor = useSession((session) => session.actingFor)
  const { isSignedIn, canReport } = useAbilities()
  const items = useMyItems().data?.pages.flatMap((page) => page.items)
  const topics = useContactBoard(community.id, undefined).topics
  const unread = useInbox().data?.pages[0]?.unread
  const hasCanteen = canReport && community.services.includes('canteen')
  const hasChildcare = canReport && community.services.includes('childcare')
  const hasActivities = canReport && community.services.includes('activities')
  const meals = useCanteenNow(community.id, hasCanteen)
  const hasMediation = canReport && community.services.includes('mediation')
  const hasPension = canReport && community.services.includes('pension')
  const pension = usePensionNow(community.id, hasPension)
  const canSay = canReport && community.services.includes('issues')
  const ways: (ServiceWay | false)[] = [
    {
      key: 'emergency',
      tile: {
        name: t('emergency'),
        icon: 'alert',
        tint: 'red',
        now: t('emergencyNow'),
        onPress: () => openPage('communities/pages/emergency/index'),
      },
    },
    hasCanteen && {
      key: 'canteen',
      tile: {
        name: t('canteen'),
        icon: 'bowl',
        tint: 'green',
        now: meals,
        onPress: () => openPage('canteen/pages/sittings/index'),
      },
    },
    canSay && {
      key: 'report',
      tile: {
        name: t('report'),
        icon: 'speech',
        now: t('reportNow'),
        onPress: () => openPage('issues/pages/report/index'),
      },
    },
    canReport && {
      key: 'items',
      tile: {
        name: actingFor ? t('itemsFor', actingFor) : t('myItems'),
        icon: 'list',
        tint: 'green',
        now: isSignedIn ? items && itemsNow(items, t, actingFor !== null) : t('afterSignIn'),
        onPress: () => openPage('issues/pages/list/index'),
      },
    },
    hasChildcare && {
      key: 'childcare',
      tile: {
        name: t('childcare'),
        icon: 'child',
        tint: 'violet',
        now: t('childcareNow'),
        onPress: () => openPage('childcare/pages/slots/index'),
      },
    },
    hasPension && {
      key: 'pension',
      tile: {
        name: actingFor ? t('pensionFor', actingFor) : t('pension'),
        icon: 'person',
        tint: 'green',
        now: pension,
        onPress: () => openPage('pension/pages/proof/index'),
      },
    },
    {
      key: 'contacts',
      tile: {
        name: t('contacts'),
        icon: 'phone',
        tint: 'amber',
        now: topics && t('contactsNow', { count: topics.length }),
        onPress: () => openPage('communities/pages/contacts/index'),
      },
    },
    !actingFor && {
      key: 'inbox',
      tile: {
        name: t('inbox'),
        icon: 'bell',
        tint: 'violet',
        now: isSignedIn ? unreadNow(unread, t) : t('inboxAfterSignIn'),
        onPress: () => openPage('people/pages/inbox/index'),
      },
    },
    hasActivities && {
      key: 'activities',
      tile: {
        name: t('activities'),
        icon: 'book',
        tint: 'blue',
        now: t('activitiesNow'),
        onPress: () => openPage('activities/pages/list/index'),
      },
    },
    hasMediation && {
      key: 'mediation',
      tile: {
        name: t('mediation'),
        icon: 'bench',
        tint: 'green',
        now: t(actingFor ? 'onlyInPerson' : 'mediationNow'),
        onPress: () => openPage('mediation/pages/request/index'),
      },
    },
    (hasCanteen || hasChildcare || hasActivities) &&
      isSignedIn && {
        key: 'bookings',
        tile: {
          name: actingFor ? t('bookingsFor', actingFor) : t('bookings'),
          icon: 'calendar',
          tint: 'amber',
          now: t('bookingsNow'),
          onPress: () => openPage('bookings/pages/mine/index'),
        },
      },
    canSay && {
      key: 'snap',
      tile: {
        name: t('snap'),
        icon: 'camera',
        tint: 'violet',
        now: t('snapNow'),
        onPress: () => openPage('issues/pages/snap/index'),
      },
    },
    {
      key: 'public',
      tile: {
        name: t('publicItems'),
        icon: 'bench',
        now: t('publicNow'),
        onPress: () => openPage('issues/pages/public/index'),
      },
    },
  ]
  return { ways: ways.filter((way) => way !== false), unread }
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
