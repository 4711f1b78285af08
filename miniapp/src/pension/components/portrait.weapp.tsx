import { Image } from '@tarojs/components'
import { a11y } from '../../ui/a11y'
import type { PortraitProps } from './portrait.h5'

export const Portrait = ({ address, label, className }: PortraitProps) => (
  <Image src={address} mode='aspectFill' {...(className ? { className } : {})} {...a11y({ role: 'img', label })} />
)
