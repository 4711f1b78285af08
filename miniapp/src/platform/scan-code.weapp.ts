import Taro from '@tarojs/taro'

/** Whether a camera can read a code here. */
export const canScan = true

/** What the code says that somebody holds the camera to; undefined when they turned back. */
export const scanCode = async (): Promise<string | undefined> => {
  try {
    const { result } = await Taro.scanCode({})
    return result
  } catch {
    return undefined
  }
}
