import type { Attachments } from '@little-bench/shared/files/contract'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Pressable } from '../../ui/pressable'
import { attachmentText } from '../attachment.text'
import { useSignedFile } from '../use-signed-file'
import { usePhotoViewer } from './photo-viewer'
import styles from './photos.module.scss'
import { SignedImage } from './signed-image'

type PhotoList = Attachments['photos']

/** Small pictures in rows; each opens the whole screen. */
export const Photos = ({ photos }: { photos: PhotoList }) => {
  const t = useText(attachmentText)
  const { open, viewer } = usePhotoViewer(photos)
  if (photos.length === 0) return null
  return (
    <>
      <View className={styles.grid} {...a11y({ role: 'group', label: t('photos') })}>
        {photos.map((photo, index) => (
          <PhotoButton
            key={photo.id}
            photo={photo}
            number={index + 1}
            count={photos.length}
            onOpen={() => open(index)}
          />
        ))}
      </View>
      {viewer}
    </>
  )
}

interface PhotoButtonProps {
  photo: PhotoList[number]
  number: number
  count: number
  onOpen: () => void
}

const PhotoButton = ({ photo, number, count, onOpen }: PhotoButtonProps) => {
  const t = useText(attachmentText)
  const file = useSignedFile(photo.thumbnailUrl)
  return (
    <Pressable
      label={file.hasFailed ? t('retryPhoto', { number }) : t('photo', { number, count })}
      onPress={file.hasFailed ? file.retry : onOpen}
      className={styles.photo}
    >
      <View className={styles.square}>
        <SignedImage file={file} />
      </View>
    </Pressable>
  )
}
