import type { LiveServerFrame } from '@little-bench/shared/work-queue/live'
import type { QueryClient } from '@tanstack/react-query'
import { DESK_KEY, ITEM_KEY } from '../desk-keys'
import { gatherChanges } from './live-changes'
import { connectLive, type LiveConnection } from './live-connection'
import { useLiveState } from './live-state'
import { keepViewers } from './viewers'

interface HeldConnection {
  token: string
  connection: LiveConnection
  stop: () => void
  /** Pages that need it: an item lies above the inbox, and both stay open. */
  holders: number
}

let held: HeldConnection | undefined

/** The live connection of this session; answers how to let go of it. The last one to let go closes it. */
export const holdConnection = (token: string, client: QueryClient): (() => void) => {
  if (held?.token !== token) {
    held?.stop()
    held = connect(token, client)
  }
  const mine = held
  mine.holders += 1
  return () => {
    mine.holders -= 1
    if (mine.holders > 0) return
    mine.stop()
    if (held === mine) held = undefined
  }
}

export const heldConnection = (): LiveConnection | undefined => held?.connection

const connect = (token: string, client: QueryClient): HeldConnection => {
  const changes = gatherChanges(client)
  let welcomes = 0
  const onFrame = (frame: LiveServerFrame) => {
    switch (frame.type) {
      case 'welcome':
        welcomes += 1
        // What was said while there was no connection is lost.
        if (welcomes > 1) {
          void client.invalidateQueries({ queryKey: [DESK_KEY] })
          void client.invalidateQueries({ queryKey: [ITEM_KEY] })
        }
        return
      case 'queues_changed':
        changes.add(frame.queueIds)
        return
      case 'viewers':
        keepViewers(client, frame.workItemId, frame.viewers)
        return
      case 'refused':
        return
    }
  }
  const connection = connectLive({ token, onFrame, onChange: (isLive) => useLiveState.setState({ isLive }) })
  const stop = () => {
    changes.stop()
    connection.close()
  }
  return { token, connection, stop, holders: 0 }
}
