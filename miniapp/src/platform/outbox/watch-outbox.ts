import { useNetwork } from '../network-state'
import { useSession } from '../session'
import type { Sender } from './create-sender'
import { onChangedElsewhere, onShown } from './on-shown'
import { reloadOutbox } from './outbox.store'

/** Sends what waits when the app opens or comes to the front, when the network is back, and when somebody signs in. */
export const watchOutbox = ({ hurry }: Sender): void => {
  void hurry()
  onShown(() => void hurry())
  onChangedElsewhere('outbox', reloadOutbox)
  useNetwork.subscribe(({ isOnline }) => {
    if (isOnline) void hurry()
  })
  useSession.subscribe((now, before) => {
    if (now.token !== null && now.token !== before.token) void hurry()
  })
}
