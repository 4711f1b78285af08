import { Button } from '@tarojs/components'
import { AGREE_BUTTON_ID } from '../platform/privacy-question'
import { a11y } from './a11y'
import type { AgreeButtonProps } from './agree-button.h5'
import styles from './privacy-popup.module.scss'

/** WeChat's own button: it writes down that it was tapped, and takes no other tap for a yes. */
export const AgreeButton = ({ words, onAgree }: AgreeButtonProps) => (
  <Button
    id={AGREE_BUTTON_ID}
    className={styles.agree}
    openType='agreePrivacyAuthorization'
    onAgreePrivacyAuthorization={onAgree}
    {...a11y({ role: 'button' })}
  >
    {words}
  </Button>
)
