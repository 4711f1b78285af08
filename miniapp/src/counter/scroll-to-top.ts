import Taro from '@tarojs/taro'

/** A new step, and the paper at the end of it, are read from their beginning. */
export const scrollToTop = (): void => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
