import { Image } from '@tarojs/components'
import { a11y } from '../../ui/a11y'
import type { FileImageProps } from './file-image.h5'

export const FileImage = ({ address, className, label, fit, onFail }: FileImageProps) => (
  <Image
    src={address}
    mode={fit === 'fill' ? 'aspectFill' : 'aspectFit'}
    lazyLoad
    {...(className ? { className } : {})}
    {...(label ? a11y({ role: 'img', label }) : {})}
    onError={onFail}
  />
)
