import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/icon'
import { attachmentText } from '../attachment.text'
import type { SignedFile } from '../use-signed-file'
import { FileImage } from './file-image'
import styles from './photos.module.scss'

interface SignedImageProps {
  file: SignedFile
  /** Left out where what is around it says what it is. */
  label?: string
  fit?: 'fill' | 'whole'
}

/** A picture in the room that it is given: a grey shape while it comes, a word when it does not. */
export const SignedImage = ({ file, label, fit = 'fill' }: SignedImageProps) => {
  const t = useText(attachmentText)
  const { address, hasFailed, fail } = file
  if (hasFailed) {
    return (
      <View className={classNames(styles.image, styles.failed)}>
        <Icon name='refresh' />
        <Text>{t('photoFailed')}</Text>
      </View>
    )
  }
  if (!address)
    return <View className={classNames(styles.image, styles.coming)} {...a11y({ busy: true, label: t('opening') })} />
  return <FileImage address={address} className={styles.image} {...(label ? { label } : {})} fit={fit} onFail={fail} />
}
