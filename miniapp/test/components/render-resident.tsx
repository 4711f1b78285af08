import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, type RenderResult, render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { forgetAnswersOnSwitch } from '../../src/platform/forget-answers'
import { useSession } from '../../src/platform/session'
import { type ResidentServer, resident } from './resident-server'

// Finding by role is slow in jsdom, and a busy machine is slower still.
configure({ asyncUtilTimeout: 5000 })

export const signIn = (): void => useSession.getState().begin('token', resident)

let stopForgetting = () => undefined as void

/** Shows a page as a resident sees it, against that server, at that address. */
export const renderResident = (page: ReactElement, server: ResidentServer, query = ''): RenderResult => {
  Reflect.set(globalThis, 'API_BASE', server.url)
  history.replaceState(null, '', `/${query}`)
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: 'always' }, mutations: { networkMode: 'always' } },
  })
  stopForgetting()
  stopForgetting = forgetAnswersOnSwitch(client)
  return render(<QueryClientProvider client={client}>{page}</QueryClientProvider>)
}
