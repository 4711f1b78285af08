import type { FactKind } from '@little-bench/shared/people/facts'
import { View } from '@tarojs/components'
import { PlaceChoice } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { ChoiceList } from '../../ui/choice-list'
import { DayInput } from '../../ui/day-input'
import { Skeleton } from '../../ui/skeleton'
import { TextInput } from '../../ui/text-input'
import { TickBox } from '../../ui/tick-box'
import { factText } from '../fact.text'
import type { FactDraft } from '../fact-draft'
import { useStaffCommunity } from '../use-staff-community'

interface FactValueFieldsProps {
  kind: FactKind
  draft: FactDraft
  onChange: (fields: Partial<FactDraft>) => void
  isMissing: boolean
}

const MAX_WORKPLACE = 60

/** What one kind asks for; most only whether it is so, and then there is nothing to fill in. */
export const FactValueFields = ({ kind, draft, onChange, isMissing }: FactValueFieldsProps) => {
  const t = useText(factText)
  const community = useStaffCommunity('fact.verify')
  const words = { isRequired: true, error: isMissing ? t('valueMissing') : undefined }
  if (kind === 'birth_date') {
    return (
      <DayInput kind='date' label={t('birthDate')} {...words} value={draft.on} onChange={(on) => onChange({ on })} />
    )
  }
  if (kind === 'residence') {
    if (!community) return <Skeleton cards={1} />
    return (
      <PlaceChoice
        label={t('residence')}
        {...words}
        community={community}
        placeId={draft.placeId}
        onChoose={(placeId) => onChange({ placeId })}
      />
    )
  }
  if (kind === 'workplace') {
    return (
      <TextInput
        label={t('workplace')}
        {...words}
        maxLength={MAX_WORKPLACE}
        value={draft.workplace}
        onChange={(workplace) => onChange({ workplace })}
      />
    )
  }
  if (kind !== 'language') return null
  return (
    <View>
      <ChoiceList
        label={t('spoken')}
        {...words}
        choices={[
          { value: 'bo', name: t('tibetan') },
          { value: 'zh', name: t('chinese') },
        ]}
        value={draft.language}
        onChange={(language) => onChange({ language })}
      />
      <TickBox
        words={t('needsInterpreter')}
        isTicked={draft.needsInterpreter}
        onChange={(needsInterpreter) => onChange({ needsInterpreter })}
      />
    </View>
  )
}
