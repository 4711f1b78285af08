import { Text, View } from '@tarojs/components'
import { a11y } from './a11y'
import { classNames } from './class-names'
import { Icon } from './icon'
import { Pressable } from './pressable'
import styles from './tick-box.module.scss'

interface TickBoxProps {
  /** What is true when it is ticked, as a whole sentence. */
  words: string
  isTicked: boolean
  onChange: (isTicked: boolean) => void
  /** Why it has to be ticked; shown with an icon below. */
  error?: string | undefined
}

/** One thing that somebody confirms: nothing is ticked beforehand. */
export const TickBox = ({ words, isTicked, onChange, error }: TickBoxProps) => (
  <View className={styles.tick}>
    <Pressable
      kind='checkbox'
      checked={isTicked}
      invalid={error ? true : undefined}
      onPress={() => onChange(!isTicked)}
      className={styles.row}
    >
      <View className={classNames(styles.box, isTicked && styles.ticked)}>{isTicked && <Icon name='check' />}</View>
      <Text className={styles.words}>{words}</Text>
    </Pressable>
    {error && (
      <View className={styles.error} {...a11y({ role: 'alert' })}>
        <Icon name='alert' />
        <Text>{error}</Text>
      </View>
    )}
  </View>
)
