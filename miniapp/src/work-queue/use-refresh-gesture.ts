import Taro, { usePullDownRefresh } from '@tarojs/taro'

/** Pulling the page down reads everything again (WeChat); the refresh button does the same everywhere. */
export const useRefreshGesture = (refresh: () => Promise<unknown>): void => {
  usePullDownRefresh(() => void refresh().finally(() => Taro.stopPullDownRefresh()))
}
