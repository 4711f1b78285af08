import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'
import { Sheet } from '../../ui/sheet'
import { moveText } from '../move.text'
import { moveKeyOf } from '../move-rules'
import { ICON_OF_MOVE } from '../move-words'
import type { AllowedMove, WorkItem } from '../work-item.api'
import styles from './move-list.module.scss'

interface MoveListProps {
  item: WorkItem
  moves: readonly AllowedMove[]
  onChoose: (move: AllowedMove) => void
  onClose: () => void
}

/** 「更多」: the other moves, each with what it does. */
export const MoveList = ({ item, moves, onChoose, onClose }: MoveListProps) => {
  const t = useText(moveText)
  return (
    <Sheet isOpen title={t('moves')} onClose={onClose}>
      {moves.map((allowed) => (
        <Pressable key={allowed.move} onPress={() => onChoose(allowed)} className={styles.row}>
          <Icon name={ICON_OF_MOVE[allowed.move]} className={styles.icon} />
          <View className={styles.words}>
            <Text className={styles.name}>{t(moveKeyOf(allowed, item))}</Text>
            <Text className={styles.about}>{t(`${moveKeyOf(allowed, item)}About`)}</Text>
          </View>
          <Icon name='forward' className={styles.icon} />
        </Pressable>
      ))}
    </Sheet>
  )
}
