import { SLOT_SERVICES, type SlotService } from '@little-bench/shared/scheduling/slots'
import { View } from '@tarojs/components'
import { useMyCommunity } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import type { IconName } from '../../ui/icon'
import { Section } from '../../ui/section'
import styles from '../bookings.module.scss'
import { bookingsText } from '../bookings.text'

interface Way {
  words: 'beginCanteen' | 'beginChildcare' | 'beginActivities'
  icon: IconName
  open: () => void
}

const WAY: Record<SlotService, Way> = {
  canteen: { words: 'beginCanteen', icon: 'bowl', open: () => openPage('canteen/pages/sittings/index') },
  childcare: { words: 'beginChildcare', icon: 'child', open: () => openPage('childcare/pages/slots/index') },
  activities: { words: 'beginActivities', icon: 'book', open: () => openPage('activities/pages/list/index') },
}

/** What can be booked in this community, in the same order everywhere. */
const useWays = (): Way[] => {
  const services = useMyCommunity().community?.services ?? []
  return SLOT_SERVICES.filter((service) => services.includes(service)).map((service) => WAY[service])
}

/** The first of them is the main action of the page. */
export const BeginBooking = () => {
  const t = useText(bookingsText)
  const [first] = useWays()
  if (!first) return null
  return (
    <Button kind='primary' isWide onPress={first.open}>
      {t(first.words)}
    </Button>
  )
}

/** The others stand below the list. */
export const OtherBookings = () => {
  const t = useText(bookingsText)
  const [, ...others] = useWays()
  if (others.length === 0) return null
  return (
    <Section title={t('beginMore')}>
      <View className={styles.ways}>
        {others.map(({ words, icon, open }) => (
          <Button key={words} isWide icon={icon} onPress={open}>
            {t(words)}
          </Button>
        ))}
      </View>
    </Section>
  )
}
