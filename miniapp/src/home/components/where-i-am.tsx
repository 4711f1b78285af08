import type { Community } from '@little-bench/shared/communities/contract'
import { View } from '@tarojs/components'
import { CommunityChoice } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import styles from '../home.module.scss'
import { homeText } from '../home.text'

interface WhereIAmProps {
  community: Community
  placeName: string | undefined
  isChoosing: boolean
  setChoosing: (isChoosing: boolean) => void
}

/** Who is greeted, in which community and courtyard, and the way to change both. */
export const WhereIAm = ({ community, placeName, isChoosing, setChoosing }: WhereIAmProps) => {
  const t = useText(homeText)
  const person = useSession((session) => session.person)
  return (
    <View className={styles.place}>
      <View>
        <View className={styles.greeting}>{person ? t('helloName', { name: person.name }) : t('hello')}</View>
        <View>{placeName ? t('place', { community: community.name, place: placeName }) : community.name}</View>
      </View>
      <View className={styles.row}>
        {!person && (
          <Button icon='person' onPress={() => openPage('people/pages/sign-in/index')}>
            {t('signIn')}
          </Button>
        )}
        <Button icon='pin' onPress={() => setChoosing(true)}>
          {t('switchCommunity')}
        </Button>
      </View>
      <CommunityChoice isOpen={isChoosing} community={community} hasPlaces onClose={() => setChoosing(false)} />
    </View>
  )
}
