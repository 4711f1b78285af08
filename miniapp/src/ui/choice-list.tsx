import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../platform/i18n/text'
import { a11y } from './a11y'
import styles from './choice-list.module.scss'
import { classNames } from './class-names'
import { Field, type FieldWords } from './field'
import { Icon, type IconName } from './icon'
import { Pressable } from './pressable'
import { TextInput } from './text-input'
import { uiText } from './ui.text'

export interface Choice<V extends string> {
  value: V
  name: string
  /** One line that helps to choose. */
  note?: string | undefined
  icon?: IconName | undefined
  /** Choices of one group stand together under its name, in the order in which they come. */
  group?: string | undefined
}

interface ChoiceListProps<V extends string> extends FieldWords {
  choices: readonly Choice<V>[]
  value: V | null
  onChange: (value: V) => void
  /** A search box above, for long lists. */
  hasSearch?: boolean
}

/** One of several, as a radio group of large rows. */
export const ChoiceList = <V extends string>({
  choices,
  value,
  onChange,
  hasSearch = false,
  ...words
}: ChoiceListProps<V>) => {
  const t = useText(uiText)
  const [wanted, setWanted] = useState('')
  const shown = choices.filter((choice) => matches(choice, wanted.trim()))
  return (
    <Field {...words}>
      {(semantics) => (
        <>
          {hasSearch && <TextInput label={t('search')} value={wanted} onChange={setWanted} />}
          {shown.length === 0 && (
            <View className={styles.none} {...a11y({ live: 'polite' })}>
              {t('nothingFound')}
            </View>
          )}
          <View {...a11y({ ...semantics, role: 'radiogroup' })}>
            {shown.map((choice, index) => (
              <View key={choice.value}>
                {choice.group && choice.group !== shown[index - 1]?.group && (
                  <View className={styles.group}>{choice.group}</View>
                )}
                <ChoiceRow choice={choice} isChosen={choice.value === value} onChoose={() => onChange(choice.value)} />
              </View>
            ))}
          </View>
        </>
      )}
    </Field>
  )
}

interface ChoiceRowProps {
  choice: Choice<string>
  isChosen: boolean
  onChoose: () => void
}

const ChoiceRow = ({ choice, isChosen, onChoose }: ChoiceRowProps) => (
  <Pressable
    kind='radio'
    checked={isChosen}
    label={choice.note ? `${choice.name}，${choice.note}` : choice.name}
    onPress={onChoose}
    className={classNames(styles.row, isChosen && styles.chosen)}
  >
    {choice.icon && <Icon name={choice.icon} className={styles.icon} />}
    <View className={styles.words}>
      <Text className={styles.name}>{choice.name}</Text>
      {choice.note && <Text className={styles.note}>{choice.note}</Text>}
    </View>
    <View className={classNames(styles.dot, isChosen && styles.dotChosen)}>{isChosen && <Icon name='check' />}</View>
  </Pressable>
)

const matches = (choice: Choice<string>, wanted: string) =>
  wanted === '' || [choice.name, choice.note, choice.group].some((words) => words?.includes(wanted))
