import Taro from '@tarojs/taro'

/** What follows stands above where somebody has read on: a new step, a number, what is missing. */
export const toTop = (): void => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
