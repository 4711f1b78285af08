import { View } from '@tarojs/components'
import { useState } from 'react'
import { CommunityChoice, placesOf, useMyPlaceId } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ChoiceList } from '../../ui/choice-list'
import { MapPosition } from './map-position'
import styles from './report.module.scss'
import { reportText } from './report.text'
import type { StepProps } from './words-step'

/** Where: the courtyard list first, the position on the map second. */
export const PlaceField = ({ draft, read, community, missing }: StepProps) => {
  const t = useText(reportText)
  const [isChoosingCommunity, setChoosingCommunity] = useState(false)
  const myPlaceId = useMyPlaceId(community.id)
  if (read.place || read.position) {
    return (
      <Card>
        <View className={styles.chosen}>
          <View>
            <View className={styles.caption}>{t('chosenPlace')}</View>
            <View className={styles.strong}>{read.place?.name ?? t('mapChosen')}</View>
            <View>{read.place?.gridCellName ?? community.name}</View>
          </View>
          <Button icon='undo' onPress={() => draft.change({ placeId: null, position: null })}>
            {t('otherPlace')}
          </Button>
        </View>
      </Card>
    )
  }
  const places = placesOf(community)
  const mine = places.filter(({ id }) => id === myPlaceId)
  const others = places.filter(({ id }) => id !== myPlaceId)
  return (
    <>
      <ChoiceList<string>
        label={t('place')}
        hint={t('placeHint', { community: community.name })}
        isRequired
        error={missing.includes('place') ? t('placeMissing') : undefined}
        hasSearch={places.length > 8}
        choices={[
          ...mine.map(({ id, name }) => ({ value: id, name, group: t('myPlaceGroup') })),
          ...others.map(({ id, name, gridCellName }) => ({ value: id, name, group: gridCellName })),
        ]}
        value={null}
        onChange={(placeId) => draft.change({ placeId, position: null, communityId: community.id })}
      />
      <View className={styles.row}>
        <MapPosition onFound={(position) => draft.change({ position, placeId: null, communityId: community.id })} />
        <Button kind='quiet' onPress={() => setChoosingCommunity(true)}>
          {t('otherCommunity', { community: community.name })}
        </Button>
      </View>
      <CommunityChoice isOpen={isChoosingCommunity} community={community} onClose={() => setChoosingCommunity(false)} />
    </>
  )
}
