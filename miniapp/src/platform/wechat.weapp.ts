import Taro from '@tarojs/taro'

/** Whether this is the mini-program inside WeChat. */
export const isInWechat = true

const TIMEOUT_MS = 8000

/** What WeChat gives for its server, to say who holds this phone: good once, for five minutes. Nothing without a network. */
export const takeWechatCode = async (): Promise<string | undefined> => {
  try {
    const { code } = await Taro.login({ timeout: TIMEOUT_MS })
    return code || undefined
  } catch {
    return undefined
  }
}
