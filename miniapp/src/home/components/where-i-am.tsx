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
  const actingFor = useSession((session) => session.actingFor)
  const here = placeName ? t('place', { community: community.name, place: placeName }) : community.name
  const greeting = person ? t('helloName', { name: person.name }) : t('hello')
  return (
    <View className={styles.place}>
      {/* The banner above says whose business it is. */}
      {!actingFor && <View className={styles.greeting}>{greeting}</View>}
      <View className={styles.row}>
        <Button icon='pin' label={t('switchPlace', { here })} onPress={() => setChoosing(true)}>
          {here}
        </Button>
        <Button icon='person' onPress={() => openPage(person ? 'people/pages/me/index' : 'people/pages/sign-in/index')}>
          {t(person ? 'me' : 'signIn')}
        </Button>
      </View>
      <CommunityChoice isOpen={isChoosing} community={community} hasPlaces onClose={() => setChoosing(false)} />
    </View>
  )
}
