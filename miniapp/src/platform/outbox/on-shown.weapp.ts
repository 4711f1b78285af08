import Taro from '@tarojs/taro'

/** Each time the app comes to the front again. */
export const onShown = (act: () => void): void => Taro.onAppShow(act)

/** A mini-program is open once. */
export const onChangedElsewhere = (_key: string, _act: () => void): void => undefined
