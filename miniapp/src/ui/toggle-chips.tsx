import { Text, View } from '@tarojs/components'
import { a11y } from './a11y'
import { classNames } from './class-names'
import { Field, type FieldWords } from './field'
import { Icon } from './icon'
import { Pressable } from './pressable'
import styles from './toggle-chips.module.scss'

export interface ToggleChoice<V extends string> {
  value: V
  name: string
}

interface ToggleChipsProps<V extends string> extends FieldWords {
  choices: readonly ToggleChoice<V>[]
  chosen: readonly V[]
  /** In the order of the choices. */
  onChange: (chosen: V[]) => void
}

/** Any number of several: each is a switch of its own, marked by a tick as well as by colour. */
export const ToggleChips = <V extends string>({ choices, chosen, onChange, ...words }: ToggleChipsProps<V>) => {
  const toggle = (toggled: V) =>
    onChange(choices.map(({ value }) => value).filter((value) => chosen.includes(value) !== (value === toggled)))
  return (
    <Field {...words}>
      {(semantics) => (
        <View
          className={styles.chips}
          {...a11y({ ...semantics, required: undefined, invalid: undefined, role: 'group' })}
        >
          {choices.map(({ value, name }) => {
            const isChosen = chosen.includes(value)
            return (
              <Pressable
                key={value}
                kind='checkbox'
                checked={isChosen}
                onPress={() => toggle(value)}
                className={classNames(styles.chip, isChosen && styles.chosen)}
              >
                {isChosen && <Icon name='check' className={styles.tick} />}
                <Text>{name}</Text>
              </Pressable>
            )
          })}
        </View>
      )}
    </Field>
  )
}
