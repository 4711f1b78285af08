import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Thumbnail } from '../../files'
import styles from '../issue.module.scss'

interface PublicIssueWordsProps {
  serviceName: string
  description: string
  /** Where, and when. */
  where: string
  thumbnailUrl?: string | null
  /** Beside the name. */
  end?: ReactNode
}

/** What a neighbour reads of an issue: what, where, when; never who. */
export const PublicIssueWords = ({ serviceName, description, where, thumbnailUrl, end }: PublicIssueWordsProps) => (
  <>
    <View className={styles.head}>
      <Text className={styles.strong}>{serviceName}</Text>
      {end}
    </View>
    <View className={styles.said}>
      {thumbnailUrl && <Thumbnail link={thumbnailUrl} />}
      <View className={styles.words}>{description}</View>
    </View>
    <View className={styles.caption}>{where}</View>
  </>
)
