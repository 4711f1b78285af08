import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import styles from './tile.module.scss'

/** Tiles side by side where there is room; one column in 长辈版. */
export const TileGrid = ({ children }: PropsWithChildren) => <View className={styles.grid}>{children}</View>
