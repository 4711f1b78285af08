import { View } from '@tarojs/components'
import { useSignedFile } from '../use-signed-file'
import styles from './photos.module.scss'
import { SignedImage } from './signed-image'

/** One small picture beside words that say what it is about: decoration for those who do not see it. */
export const Thumbnail = ({ link }: { link: string }) => (
  <View className={styles.thumbnail}>
    <SignedImage file={useSignedFile(link)} />
  </View>
)
