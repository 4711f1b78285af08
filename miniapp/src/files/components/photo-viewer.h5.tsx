import type { Attachments } from '@little-bench/shared/files/contract'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { SHEET_ID, useSheetFocus } from '../../ui/sheet-focus'
import { attachmentText } from '../attachment.text'
import { useSignedFile } from '../use-signed-file'
import styles from './photo-viewer.module.scss'
import { SignedImage } from './signed-image'

type PhotoList = Attachments['photos']

export interface PhotoViewing {
  open: (index: number) => void
  /** What is over the page while pictures are open. */
  viewer: ReactNode
}

/** On the web: a picture over the whole page, with buttons and with the arrow keys. */
export const usePhotoViewer = (photos: PhotoList): PhotoViewing => {
  const [index, setIndex] = useState<number>()
  const close = () => setIndex(undefined)
  const photo = index === undefined ? undefined : photos[index]
  return {
    open: setIndex,
    viewer: photo && index !== undefined && (
      <PhotoViewer photos={photos} photo={photo} index={index} onChange={setIndex} onClose={close} />
    ),
  }
}

interface PhotoViewerProps {
  photos: PhotoList
  photo: PhotoList[number]
  index: number
  onChange: (index: number) => void
  onClose: () => void
}

const PhotoViewer = ({ photos, photo, index, onChange, onClose }: PhotoViewerProps) => {
  const t = useText(attachmentText)
  const file = useSignedFile(photo.url)
  const last = photos.length - 1
  const label = t('photo', { number: index + 1, count: photos.length })
  useSheetFocus(true, onClose)
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'ArrowLeft') onChange(Math.max(index - 1, 0))
      if (key === 'ArrowRight') onChange(Math.min(index + 1, last))
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [index, last, onChange])
  return (
    <View className={styles.cover} id={SHEET_ID} {...a11y({ role: 'dialog', modal: true, label })}>
      <View className={styles.picture}>
        <SignedImage key={photo.id} file={file} label={label} fit='whole' />
      </View>
      <View className={styles.where} {...a11y({ live: 'polite' })}>
        <Text>{label}</Text>
      </View>
      <View className={styles.ways}>
        {file.hasFailed && (
          <Button icon='refresh' isWide onPress={file.retry}>
            {t('retry')}
          </Button>
        )}
        {last > 0 && (
          <View className={styles.turn}>
            <Button isWide isDisabled={index === 0} onPress={() => onChange(index - 1)}>
              {t('previous')}
            </Button>
            <Button isWide isDisabled={index === last} onPress={() => onChange(index + 1)}>
              {t('next')}
            </Button>
          </View>
        )}
        <Button icon='close' isWide onPress={onClose}>
          {t('close')}
        </Button>
      </View>
    </View>
  )
}
