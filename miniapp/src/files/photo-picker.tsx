import { MAX_PHOTOS } from '@little-bench/shared/files/limits'
import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../platform/i18n/text'
import { isRefused } from '../platform/is-refused'
import type { LocalFile } from '../platform/local-file'
import { a11y } from '../ui/a11y'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Icon } from '../ui/icon'
import { Pressable } from '../ui/pressable'
import { choosePhotos, type PhotoSource } from './choose-photos'
import { FileImage } from './components/file-image'
import { fileText } from './file.text'
import styles from './files.module.scss'
import { useLocalAddress } from './use-local-address'

interface PhotoPickerProps {
  photos: readonly LocalFile[]
  onAdd: (photos: LocalFile[]) => void
  onRemove: (photo: LocalFile) => void
  error?: string | undefined
  /** The camera is what the person came for: it opens by itself, once, while there is no photo. */
  opensCamera?: boolean
}

/** Takes photos or chooses them, up to nine; each can be taken away again. They are on the phone before they are shown. */
export const PhotoPicker = ({ photos, onAdd, onRemove, error, opensCamera = false }: PhotoPickerProps) => {
  const t = useText(fileText)
  const [step, setStep] = useState<'ready' | 'preparing' | 'failed' | 'refused'>('ready')
  const left = MAX_PHOTOS - photos.length
  const choose = (from: PhotoSource) => {
    choosePhotos({ from, count: left, onChosen: () => setStep('preparing') }).then(
      (chosen) => {
        setStep('ready')
        if (chosen.length > 0) onAdd(chosen)
      },
      (failure: unknown) => setStep(isRefused(failure) ? 'refused' : 'failed'),
    )
  }
  const isCameraDue = useRef(opensCamera && photos.length === 0)
  useEffect(() => {
    if (!isCameraDue.current) return
    isCameraDue.current = false
    choose('camera')
  })
  return (
    <Field
      label={t('photos')}
      hint={left > 0 ? t('photosHint', { count: MAX_PHOTOS, left }) : t('photosFull', { count: MAX_PHOTOS })}
      error={error}
    >
      {(semantics) => (
        <View {...a11y({ ...semantics, required: undefined, invalid: undefined, role: 'group' })}>
          {photos.length > 0 && (
            <View className={styles.photos}>
              {photos.map((photo, index) => (
                <PhotoThumbnail key={photo.id} photo={photo} number={index + 1} onRemove={() => onRemove(photo)} />
              ))}
            </View>
          )}
          {left > 0 && (
            <View className={styles.row}>
              <Button icon='camera' isBusy={step === 'preparing'} onPress={() => choose('camera')}>
                {t('takePhoto')}
              </Button>
              <Button icon='image' isBusy={step === 'preparing'} onPress={() => choose('album')}>
                {t('choosePhoto')}
              </Button>
            </View>
          )}
          <View {...a11y({ role: 'status', live: 'polite' })}>
            {step === 'preparing' && <View className={styles.state}>{t('preparing')}</View>}
            {(step === 'failed' || step === 'refused') && (
              <View className={styles.error}>
                <Icon name='alert' />
                <Text>{t(step === 'refused' ? 'photosRefused' : 'keepFailed')}</Text>
              </View>
            )}
          </View>
        </View>
      )}
    </Field>
  )
}

interface PhotoThumbnailProps {
  photo: LocalFile
  number: number
  onRemove?: () => void
}

/** A photo of this phone, small. */
export const PhotoThumbnail = ({ photo, number, onRemove }: PhotoThumbnailProps) => {
  const t = useText(fileText)
  const address = useLocalAddress(photo.id)
  return (
    <View className={styles.photo}>
      {address && (
        <FileImage
          address={address}
          className={styles.picture}
          label={t('photoAt', { number })}
          fit='fill'
          onFail={() => undefined}
        />
      )}
      {onRemove && (
        <Pressable label={t('removePhoto', { number })} onPress={onRemove} className={styles.remove}>
          <View className={styles.mark}>
            <Icon name='close' />
          </View>
        </Pressable>
      )}
    </View>
  )
}
