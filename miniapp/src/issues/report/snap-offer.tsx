import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { replacePage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import styles from './report.module.scss'
import { snapText } from './snap.text'

/** The shorter way, for who would rather show than write. */
export const SnapOffer = () => {
  const t = useText(snapText)
  return (
    <Card tint='blue'>
      <View className={styles.chosen}>
        <View>{t('offer')}</View>
        <Button icon='camera' onPress={() => replacePage('issues/pages/snap/index')}>
          {t('open')}
        </Button>
      </View>
    </Card>
  )
}
