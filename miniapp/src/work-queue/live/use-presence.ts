import { type LiveClientFrame, PRESENCE_REPEAT_SECONDS } from '@little-bench/shared/work-queue/live'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useNetwork } from '../../platform/network-state'
import { useSession } from '../../platform/session'
import { type WorkItemRef, workQueueApi } from '../work-item.api'
import { heldConnection } from './held-connection'
import { useLiveState } from './live-state'
import { keepViewers } from './viewers'

/** Items that are open on this device, the one that is seen last: a page lies above another. */
let opened: readonly WorkItemRef[] = []

/**
 * Says that this person has the item open, and keeps who else has in the item itself (`item.viewers`): over the live
 * connection, without one by asking.
 */
export const usePresence = (ref: WorkItemRef | undefined): void => {
  const client = useQueryClient()
  const isSignedIn = useSession(({ token }) => token !== null)
  const isOnline = useNetwork((network) => network.isOnline)
  const { communityId, id } = ref ?? {}
  useEffect(() => {
    if (communityId === undefined || id === undefined || !isSignedIn || !isOnline) return undefined
    const open = { communityId, id }
    opened = [...opened, open]
    const announce = () => {
      if (opened.at(-1) === open) sayViewing(open, client)
    }
    announce()
    const timer = setInterval(announce, PRESENCE_REPEAT_SECONDS * 1000)
    // A connection that has just come knows nothing yet; one that went is replaced by asking.
    const unfollow = useLiveState.subscribe(announce)
    return () => {
      clearInterval(timer)
      unfollow()
      opened = opened.filter((each) => each !== open)
      sayLeft(open, client)
    }
  }, [communityId, id, isSignedIn, isOnline, client])
}

const frameOf = (ref: WorkItemRef | undefined): LiveClientFrame =>
  ref ? { type: 'viewing', communityId: ref.communityId, workItemId: ref.id } : { type: 'viewing', workItemId: null }

const sayViewing = (ref: WorkItemRef, client: QueryClient) => {
  if (useLiveState.getState().isLive) heldConnection()?.say(frameOf(ref))
  else void announceByCall(ref, true, client)
}

const sayLeft = (ref: WorkItemRef, client: QueryClient) => {
  // The item below is seen again.
  if (useLiveState.getState().isLive) heldConnection()?.say(frameOf(opened.at(-1)))
  else void announceByCall(ref, false, client)
}

/** Presence is a courtesy: when it cannot be said, nothing else stops. */
const announceByCall = async ({ communityId, id }: WorkItemRef, isViewing: boolean, client: QueryClient) => {
  try {
    const input = { params: { communityId, workItemId: id }, body: { isViewing } }
    const { viewers } = await workQueueApi.announcePresence(input)
    if (isViewing) keepViewers(client, id, viewers)
  } catch {
    // The next announcement says it.
  }
}
