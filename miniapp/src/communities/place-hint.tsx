import { View } from '@tarojs/components'
import { useText } from '../platform/i18n/text'
import { useSession } from '../platform/session'
import { Button } from '../ui/button'
import { communityText } from './community.text'
import styles from './contact-card.module.scss'

/** Why one may say where one lives, for whoever has not; a proxy lives elsewhere. */
export const PlaceHint = ({ onChoosePlace }: { onChoosePlace: () => void }) => {
  const t = useText(communityText)
  const isOwn = useSession(({ actingFor }) => actingFor === null)
  if (!isOwn) return null
  return (
    <View className={styles.hint}>
      <View>{t('placeHint')}</View>
      <Button icon='pin' onPress={onChoosePlace}>
        {t('choosePlace')}
      </Button>
    </View>
  )
}
