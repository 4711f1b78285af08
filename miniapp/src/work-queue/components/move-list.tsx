import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'
import { Sheet } from '../../ui/sheet'
import { ICON_OF_MOVE, moveAbout, moveName } from '../move-words'
import type { AllowedMove } from '../work-item.api'
import { workQueueText } from '../work-queue.text'
import styles from './move-list.module.scss'

interface MoveListProps {
  moves: readonly AllowedMove[]
  onChoose: (move: AllowedMove) => void
  onClose: () => void
}

/** 「更多」: the other moves, each with what it does. */
export const MoveList = ({ moves, onChoose, onClose }: MoveListProps) => {
  const t = useText(workQueueText)
  return (
    <Sheet isOpen title={t('moves')} onClose={onClose}>
      {moves.map((allowed) => (
        <Pressable key={allowed.move} onPress={() => onChoose(allowed)} className={styles.row}>
          <Icon name={ICON_OF_MOVE[allowed.move]} className={styles.icon} />
          <View className={styles.words}>
            <Text className={styles.name}>{moveName(allowed, t)}</Text>
            <Text className={styles.about}>{moveAbout(allowed, t)}</Text>
          </View>
          <Icon name='forward' className={styles.icon} />
        </Pressable>
      ))}
    </Sheet>
  )
}
