import Taro from '@tarojs/taro'

/** What follows stands above where somebody has read on: the number, what is missing, or why it was not sent. */
export const toTop = (): void => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
