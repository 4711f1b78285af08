import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import styles from '../canteen.module.scss'
import { canteenText } from '../canteen.text'

/** What can be arranged once for many meals; of no use to whoever only looks at the menu. */
export const MoreWays = () => {
  const t = useText(canteenText)
  const isSignedIn = useSession((session) => session.person !== null)
  if (!isSignedIn) return null
  return (
    <View className={styles.ways}>
      <Button isWide icon='calendar' onPress={() => openPage('canteen/pages/standing/index')}>
        {t('standing')}
      </Button>
      <Button isWide icon='bell' onPress={() => openPage('canteen/pages/absence/index')}>
        {t('absence')}
      </Button>
    </View>
  )
}
