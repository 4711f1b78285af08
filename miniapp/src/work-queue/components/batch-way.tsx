import type { Service } from '@little-bench/shared/communities/duty'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { itemText } from '../item.text'
import type { WorkItem } from '../work-item.api'
import styles from './item-view.module.scss'

interface Way {
  words: 'openKitchen' | 'openRoster' | 'openActivities' | 'openCase' | 'openVisits'
  /** Each item of the service has its lines elsewhere, not only that of a day. */
  isAlways?: boolean
  open: (item: WorkItem) => void
}

/** Where the lines are of an item that is many bookings; its own end is the day. */
const WAY: Partial<Record<Service, Way>> = {
  canteen: {
    words: 'openKitchen',
    open: ({ communityId, dueAt }) =>
      openPage('kitchen/pages/today/index', { communityId, on: shanghaiTime(new Date(dueAt)).date }),
  },
  childcare: {
    words: 'openRoster',
    open: ({ communityId, dueAt }) =>
      openPage('childcare/pages/roster/index', { communityId, on: shanghaiTime(new Date(dueAt)).date }),
  },
  // The case itself is not at the desk: whoever opens it leaves a line that both sides see.
  mediation: {
    words: 'openCase',
    isAlways: true,
    open: ({ communityId, subjectId }) => openPage('mediation/pages/work/index', { communityId, id: subjectId }),
  },
  pension: {
    words: 'openVisits',
    open: ({ communityId, dueAt }) =>
      openPage('pension/pages/round/index', { communityId, on: shanghaiTime(new Date(dueAt)).date }),
  },
  activities: { words: 'openActivities', open: () => openPage('activities/pages/list/index') },
}

/** From the item of a day to who comes on it. */
export const BatchWay = ({ item }: { item: WorkItem }) => {
  const t = useText(itemText)
  const way = WAY[item.service]
  // What went wrong with one booking is read here, and by people who serve no meals.
  if (!way || !(item.isBatch || way.isAlways)) return null
  return (
    <View className={styles.status}>
      <Button icon='list' onPress={() => way.open(item)}>
        {t(way.words)}
      </Button>
    </View>
  )
}
