import { View } from '@tarojs/components'
import { useState } from 'react'
import { CategoryChoice, isOnlyInPerson } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { ChoiceList } from '../../ui/choice-list'
import { snapText } from './snap.text'
import { suggestedCategories } from './snap-categories'
import type { StepProps } from './words-step'

/** What the photo shows: a few suggestions, all of them behind one tap, then what one should know about the chosen one. */
export const SnapCategory = ({ draft, read, community, missing }: StepProps) => {
  const t = useText(snapText)
  const actingFor = useSession((session) => session.actingFor)
  const [isWhole, setWhole] = useState(false)
  // What only the person says themselves is no matter of a photo.
  const catalogue = community.catalogue.filter((entry) => !isOnlyInPerson(entry, actingFor))
  const isMissing = missing.includes('category')
  if (read.category || isWhole)
    return (
      <CategoryChoice
        catalogue={catalogue}
        category={read.category}
        isMissing={isMissing}
        actingFor={actingFor}
        onChoose={(serviceCode) => draft.change({ serviceCode })}
        onTellAnyway={() => undefined}
      />
    )
  return (
    <View>
      <ChoiceList<string>
        label={t('what')}
        isRequired
        error={isMissing ? t('whatMissing') : undefined}
        choices={suggestedCategories(catalogue).map(({ serviceCode, name }) => ({ value: serviceCode, name }))}
        value={null}
        onChange={(serviceCode) => draft.change({ serviceCode })}
      />
      <Button icon='search' onPress={() => setWhole(true)}>
        {t('more')}
      </Button>
    </View>
  )
}
