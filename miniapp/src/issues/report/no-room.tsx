import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Card } from '../../ui/card'
import styles from './report.module.scss'
import { reportText } from './report.text'

/** The phone could not keep it: it is not sent, and the form stays as it is. */
export const NoRoom = () => {
  const t = useText(reportText)
  return (
    <View {...a11y({ role: 'alert' })}>
      <Card tint='amber'>
        <View className={styles.strong}>{t('noRoom')}</View>
        <View>{t('noRoomWords')}</View>
      </Card>
    </View>
  )
}
