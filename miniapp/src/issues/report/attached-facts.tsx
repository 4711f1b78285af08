import { View } from '@tarojs/components'
import { PhotoThumbnail, PlayButton } from '../../files'
import type { Translate } from '../../platform/i18n/text'
import type { LocalFile } from '../../platform/local-file'
import type { Fact } from '../../ui/fact-list'
import styles from './report.module.scss'
import type { reportText } from './report.text'

/** The photos and the voice note among the facts of what is sent. */
export const attachedFacts = (files: readonly LocalFile[], t: Translate<typeof reportText>): Fact[] => {
  const photos = files.filter(({ kind }) => kind === 'photo')
  const voice = files.find(({ kind }) => kind === 'voice')
  return [
    ...(photos.length > 0 ? [{ name: t('factPhotos'), value: <PhotosOnPhone photos={photos} /> }] : []),
    ...(voice ? [{ name: t('factVoice'), value: <Voice voice={voice} /> }] : []),
  ]
}

/** Photos that were not sent yet. */
export const PhotosOnPhone = ({ photos }: { photos: readonly LocalFile[] }) => (
  <View className={styles.thumbnails}>
    {photos.map((photo, index) => (
      <PhotoThumbnail key={photo.id} photo={photo} number={index + 1} />
    ))}
  </View>
)

const Voice = ({ voice }: { voice: LocalFile }) => (
  <View className={styles.spaced}>
    <PlayButton voice={voice} />
  </View>
)
