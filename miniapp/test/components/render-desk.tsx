import type { Person } from '@little-bench/shared/people/contract'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, type RenderResult, render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { useSession } from '../../src/platform/session'
import { type Desk, worker } from './desk-server'

// Finding by role is slow in jsdom, and a busy machine is slower still.
configure({ asyncUtilTimeout: 5000 })

const PHONE_WIDTH = 375

/** Shows a page of the desk as the worker (or somebody else) sees it, against that server, at that address. */
export const renderDesk = (
  page: ReactElement,
  desk: Pick<Desk, 'url'>,
  query = '',
  person: Person = worker,
): RenderResult => {
  Reflect.set(globalThis, 'API_BASE', desk.url)
  if (typeof window.matchMedia !== 'function') setWindowWidth(PHONE_WIDTH)
  history.replaceState(null, '', `/${query}`)
  useSession.getState().begin('token', person)
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: 'always' }, mutations: { networkMode: 'always' } },
  })
  return render(<QueryClientProvider client={client}>{page}</QueryClientProvider>)
}

/** jsdom has no layout: says how wide the window is to whoever asks with a min-width. */
export const setWindowWidth = (width: number): void => {
  const matchMedia = (query: string) => {
    const wanted = Number(/min-width: (\d+)px/.exec(query)?.[1] ?? 0)
    return { matches: width >= wanted, addListener: () => undefined, removeListener: () => undefined }
  }
  Reflect.set(window, 'matchMedia', matchMedia)
}

/** What has the keyboard, by its name; undefined when nothing has. */
export const focusedName = (): string | undefined => {
  const focused = document.activeElement
  if (focused === null || focused === document.body) return undefined
  return focused.getAttribute('aria-label') ?? focused.textContent ?? undefined
}
