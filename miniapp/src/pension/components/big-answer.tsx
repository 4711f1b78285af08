import { Text } from '@tarojs/components'
import { Icon, type IconName } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'
import styles from '../pension.module.scss'

interface BigAnswerProps {
  words: string
  icon: IconName
  onPress: () => void
}

/** One answer of two, as large as a hand. */
export const BigAnswer = ({ words, icon, onPress }: BigAnswerProps) => (
  <Pressable className={styles.answer} onPress={onPress}>
    <Icon name={icon} className={styles.answerIcon} />
    <Text>{words}</Text>
  </Pressable>
)
