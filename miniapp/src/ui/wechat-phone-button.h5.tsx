import type { ReactNode } from 'react'

export interface WechatPhoneButtonProps {
  children: ReactNode
  /** What WeChat gives for its server to learn the number: good once, for five minutes. */
  onCode: (code: string) => void
  /** They did not want to, or WeChat gives no more numbers today. */
  onRefusal: () => void
  isBusy?: boolean
}

/** There is no such button outside WeChat. */
export const WechatPhoneButton = (_props: WechatPhoneButtonProps) => null
