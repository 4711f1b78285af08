import { create } from 'zustand'
import { useNetwork } from '../../platform/network-state'

/** How the desk learns what others do: told at once, by asking again and again, or not at all. */
export type LiveStatus = 'live' | 'polling' | 'offline'

export const useLiveState = create<{ isLive: boolean }>()(() => ({ isLive: false }))

export const useLiveStatus = (): LiveStatus => {
  const isLive = useLiveState((state) => state.isLive)
  const isOnline = useNetwork((network) => network.isOnline)
  if (!isOnline) return 'offline'
  return isLive ? 'live' : 'polling'
}

/** A server that forgets to say something is asked all the same. */
const LIVE_REFRESH_MS = 60_000
export const POLLING_REFRESH_MS = 20_000

/** How often what the desk shows is read again, in milliseconds. */
export const useRefreshMs = (): number => useLiveState(({ isLive }) => (isLive ? LIVE_REFRESH_MS : POLLING_REFRESH_MS))
