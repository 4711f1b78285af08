import { Text, View } from '@tarojs/components'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'
import { Pressable } from './pressable'
import styles from './tile.module.scss'

interface TileProps {
  name: string
  icon: IconName
  /** One line of what is true now: 「您有1件待评价」. */
  now?: string | undefined
  tint?: 'blue' | 'green' | 'amber' | 'red' | 'violet'
  onPress: () => void
}

/** A large way in: icon, name, one line of what is true now. Put several in a TileGrid. */
export const Tile = ({ name, icon, now, tint = 'blue', onPress }: TileProps) => (
  <Pressable onPress={onPress} kind='link' className={classNames(styles.tile, styles[tint])}>
    <Icon name={icon} className={styles.icon} />
    <View className={styles.words}>
      <Text className={styles.name}>{name}</Text>
      {now && <Text className={styles.now}>{now}</Text>}
    </View>
  </Pressable>
)
