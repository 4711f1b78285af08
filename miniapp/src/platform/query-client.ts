import { focusManager, onlineManager, QueryClient } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { CallError } from './call-error'
import { forgetAnswersOnSwitch } from './forget-answers'
import { useNetwork } from './network-state'

const canHelpToRetry = (error: unknown) =>
  error instanceof CallError && (error.status === 0 || error.status === 503 || error.status === 502)

/** The call that found the session over has ended it; what anybody may read answers without one. */
const isSessionOver = (error: unknown) => error instanceof CallError && error.code === 'unauthenticated'

/**
 * Reads are retried twice on a weak network; writes never by themselves (the person decides). `always`: without a
 * network a page says so at once instead of showing the shape of something that will not come.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      networkMode: 'always',
      retry: (failures, error) => (failures < 2 && canHelpToRetry(error)) || (failures < 1 && isSessionOver(error)),
      retryDelay: (failures) => 600 * 2 ** failures,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

forgetAnswersOnSwitch(queryClient)

onlineManager.setEventListener((setOnline) => useNetwork.subscribe(({ isOnline }) => setOnline(isOnline)))

if (process.env.TARO_ENV === 'weapp') {
  // Without a word from us it would look for a document.
  focusManager.setFocused(true)
  focusManager.setEventListener((setFocused) => {
    const onShow = () => setFocused(true)
    const onHide = () => setFocused(false)
    Taro.onAppShow(onShow)
    Taro.onAppHide(onHide)
    return () => {
      Taro.offAppShow(onShow)
      Taro.offAppHide(onHide)
    }
  })
}
