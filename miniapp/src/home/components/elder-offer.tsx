import { View } from '@tarojs/components'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import styles from '../home.module.scss'
import { homeText } from '../home.text'

/** Asks once, at the first start, whether the letters should be larger. */
export const ElderOffer = () => {
  const t = useText(homeText)
  const hasChosenMode = useDisplaySettings((settings) => settings.hasChosenMode)
  const setElderMode = useDisplaySettings((settings) => settings.setElderMode)
  if (hasChosenMode) return null
  return (
    <Card tint='amber'>
      <View className={styles.greeting}>{t('offerTitle')}</View>
      <View>{t('offerWords')}</View>
      <View className={styles.row}>
        <Button icon='letters' onPress={() => setElderMode(true)}>
          {t('offerYes')}
        </Button>
        <Button kind='quiet' onPress={() => setElderMode(false)}>
          {t('offerNo')}
        </Button>
      </View>
    </Card>
  )
}
