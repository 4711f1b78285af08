import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import styles from '../canteen.module.scss'
import { orderText } from '../order.text'

/** What was chosen on an earlier visit is there again; one tap begins afresh. */
export const RestoredMeal = ({ onAfresh }: { onAfresh: () => void }) => {
  const t = useText(orderText)
  const [isShown, setShown] = useState(true)
  if (!isShown) return null
  const afresh = () => {
    setShown(false)
    onAfresh()
  }
  return (
    <Card tint='blue'>
      <View className={styles.head}>
        <View>{t('restored')}</View>
        <Button kind='quiet' onPress={afresh}>
          {t('startAfresh')}
        </Button>
      </View>
    </Card>
  )
}
