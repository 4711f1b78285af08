import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { assistedText } from '../assisted-issue.text'
import styles from '../counter.module.scss'

/** Words of an earlier visit are still here; perhaps they are another person's. */
export const RestoredNotice = ({ onStartAfresh }: { onStartAfresh: () => void }) => {
  const t = useText(assistedText)
  return (
    <View className={styles.block}>
      <Card tint='blue'>
        <View className={styles.row}>
          <View>{t('restored')}</View>
          <Button kind='quiet' onPress={onStartAfresh}>
            {t('startAfresh')}
          </Button>
        </View>
      </Card>
    </View>
  )
}
