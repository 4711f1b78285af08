import Taro from '@tarojs/taro'
import { setOnline } from './network-state'

/** Keeps the network state up to date for as long as the app runs. */
export const watchNetwork = (): void => {
  Taro.onNetworkStatusChange(({ isConnected }) => setOnline(isConnected))
  void Taro.getNetworkType({ success: ({ networkType }) => setOnline(networkType !== 'none') })
}
