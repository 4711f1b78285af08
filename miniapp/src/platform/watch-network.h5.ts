import { setOnline } from './network-state'

/** Keeps the network state up to date for as long as the page is open. */
export const watchNetwork = (): void => {
  setOnline(navigator.onLine)
  window.addEventListener('online', () => setOnline(true))
  window.addEventListener('offline', () => setOnline(false))
}
