import './platform/polyfills'
import { QueryClientProvider } from '@tanstack/react-query'
import { useLaunch, usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { ARRIVAL, HAND_OVER, sendArrival, sendHandOver } from './childcare/roster-senders'
import { reportSender } from './issues/report-sender'
import { CHECK_IN, sendCheckIn } from './kitchen/check-in-sender'
import { SUBSCRIBE_RESULT, sendSubscribeResult } from './notifications/subscribe.api'
import { OUTCOME, sendOutcome } from './pension/outcome-sender'
import { watchDisplay } from './people/display-sync'
import { watchSignIn } from './people/wechat-sign-in'
import { replacePage } from './platform/navigation'
import { watchOutbox } from './platform/outbox/watch-outbox'
import { queryClient } from './platform/query-client'
import { watchWrites } from './platform/waiting-writes'
import { watchNetwork } from './platform/watch-network'
import { watchPrivacy } from './platform/watch-privacy'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    watchNetwork()
    watchPrivacy()
    watchDisplay()
    watchSignIn(() => void queryClient.invalidateQueries())
    watchOutbox(reportSender)
    watchWrites({
      [CHECK_IN]: sendCheckIn,
      [ARRIVAL]: sendArrival,
      [HAND_OVER]: sendHandOver,
      [OUTCOME]: sendOutcome,
      [SUBSCRIBE_RESULT]: sendSubscribeResult,
    })
  })
  usePageNotFound(() => replacePage('home/pages/not-found/index'))
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
