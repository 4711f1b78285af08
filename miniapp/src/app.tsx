import './platform/polyfills'
import { QueryClientProvider } from '@tanstack/react-query'
import { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { queryClient } from './platform/query-client'
import { watchNetwork } from './platform/watch-network'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => watchNetwork())
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
