import { Button as NativeButton } from '@tarojs/components'
import { a11y } from './a11y'
import button from './button.module.scss'
import { classNames } from './class-names'
import { Icon } from './icon'
import type { WechatPhoneButtonProps } from './wechat-phone-button.h5'
import styles from './wechat-phone-button.module.scss'

/** WeChat gives a number only to its own button. It looks like the main action of a page. */
export const WechatPhoneButton = ({ children, onCode, onRefusal, isBusy = false }: WechatPhoneButtonProps) => (
  <NativeButton
    className={classNames(button.button, button.primary, button.wide, styles.native, isBusy && button.disabled)}
    openType='getPhoneNumber'
    disabled={isBusy}
    onGetPhoneNumber={({ detail }) => (detail.code ? onCode(detail.code) : onRefusal())}
    {...a11y({ role: 'button', disabled: isBusy || undefined, busy: isBusy || undefined })}
  >
    <Icon name='phone' />
    {children}
  </NativeButton>
)
