import { MAX_NAME_LENGTH, MAX_PARTS } from '@little-bench/shared/work-queue/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { ChoiceList } from '../../ui/choice-list'
import { Field } from '../../ui/field'
import { TextInput } from '../../ui/text-input'
import { moveFieldText } from '../move-field.text'
import { isTitleTooLong, joinParts, type Part, partsOf } from '../move-fields'
import { type MoveFieldProps, placeChoices } from './move-choice-fields'
import styles from './split-fields.module.scss'

const SAME_PLACE = ''

/** Two to ten works, each with what is to be done and, where it is elsewhere, a place of its own. */
export const SplitFields = ({ draft, choices, missing }: MoveFieldProps) => {
  const t = useText(moveFieldText)
  const parts = partsOf(draft.fields.parts)
  const change = (after: Part[]) => draft.change({ parts: joinParts(after) })
  return (
    <Field
      label={t('parts')}
      isRequired
      hint={t('partsHint', { most: MAX_PARTS })}
      error={missing.includes('parts') ? t('partsMissing', { most: MAX_PARTS }) : undefined}
    >
      {() => (
        <>
          {parts.map((part, index) => (
            <PartFields
              // A work has no name of its own while it is written; its number is what the worker sees.
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              number={index + 1}
              part={part}
              choices={choices}
              onChange={(changed) => change(parts.map((each, at) => (at === index ? changed : each)))}
              onRemove={parts.length > 2 ? () => change(parts.filter((_, at) => at !== index)) : undefined}
            />
          ))}
          {parts.length < MAX_PARTS && (
            <Button icon='plus' onPress={() => change([...parts, { title: '', placeId: null }])}>
              {t('addPart')}
            </Button>
          )}
        </>
      )}
    </Field>
  )
}

interface PartFieldsProps extends Pick<MoveFieldProps, 'choices'> {
  /** From 1. */
  number: number
  part: Part
  onChange: (part: Part) => void
  onRemove: (() => void) | undefined
}

const PartFields = ({ number, part, choices, onChange, onRemove }: PartFieldsProps) => {
  const t = useText(moveFieldText)
  const [isPlaceOpen, setPlaceOpen] = useState(part.placeId !== null)
  const places = placeChoices(choices)
  return (
    <View className={styles.part}>
      <TextInput
        label={t('part', { number })}
        error={isTitleTooLong(part.title) ? t('partTooLong', { most: MAX_NAME_LENGTH }) : undefined}
        value={part.title}
        onChange={(title) => onChange({ ...part, title })}
      />
      {isPlaceOpen && (
        <ChoiceList
          label={t('partPlace', { number })}
          hasSearch
          choices={[{ value: SAME_PLACE, name: t('samePlace') }, ...places]}
          value={part.placeId ?? SAME_PLACE}
          onChange={(placeId) => onChange({ ...part, placeId: placeId === SAME_PLACE ? null : placeId })}
        />
      )}
      <View className={styles.ways}>
        {!isPlaceOpen && places.length > 0 && (
          <Button kind='quiet' onPress={() => setPlaceOpen(true)}>
            {t('otherPlace', { number })}
          </Button>
        )}
        {onRemove && (
          <Button kind='quiet' onPress={onRemove}>
            {t('removePart', { number })}
          </Button>
        )}
      </View>
    </View>
  )
}
