import type { Community } from '@little-bench/shared/communities/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { CommunityChoice, PlaceChoice, useMyCommunity } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Skeleton } from '../../ui/skeleton'
import { homeChoiceText } from '../facts.text'
import styles from '../people.module.scss'

/** A courtyard of a community; the number of the door is never asked for. */
export interface Home {
  communityId: string
  placeId: string
}

interface HomeChoiceProps {
  value: Home | null
  onChange: (home: Home) => void
  isMissing: boolean
}

/** Where somebody lives: the courtyards of the community, and a way to another community. */
export const HomeChoice = (props: HomeChoiceProps) => {
  const { community, error, retry } = useMyCommunity()
  if (error) return <ErrorNotice error={error} onRetry={retry} />
  return community ? <Courtyards {...props} community={community} /> : <Skeleton cards={2} />
}

const Courtyards = ({ value, onChange, isMissing, community }: HomeChoiceProps & { community: Community }) => {
  const t = useText(homeChoiceText)
  const [isChoosingCommunity, setChoosingCommunity] = useState(false)
  return (
    <>
      <PlaceChoice
        label={t('place')}
        hint={t('placeHint', { community: community.name })}
        isRequired
        error={isMissing ? t('placeMissing') : undefined}
        community={community}
        placeId={value?.communityId === community.id ? value.placeId : null}
        onChoose={(placeId) => onChange({ communityId: community.id, placeId })}
      />
      <View className={styles.row}>
        <Button kind='quiet' onPress={() => setChoosingCommunity(true)}>
          {t('otherCommunity', { community: community.name })}
        </Button>
      </View>
      <CommunityChoice isOpen={isChoosingCommunity} community={community} onClose={() => setChoosingCommunity(false)} />
    </>
  )
}
