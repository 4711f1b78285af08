import { useState } from 'react'
import type { Inbox } from './use-inbox'
import { useSelection } from './use-selection'
import { useSteadyList } from './use-steady-list'
import type { QueueView } from './work-item.api'

/** Views of what this queue itself works on: only from there can items be handed over. */
const OWN_VIEWS: readonly QueueView[] = ['open', 'mine', 'unclaimed', 'late']

/** The rows as they are shown, which of them are chosen, and whether they are being handed over. */
export const useInboxList = (inbox: Inbox) => {
  const selection = useSelection(inbox.listKey)
  const [isHanding, setHanding] = useState(false)
  const isHeld = selection.isOn || isHanding
  const list = useSteadyList(inbox.pages.items, { listKey: inbox.listKey, isHeld })
  const present = list.rows.filter(({ isGone }) => !isGone).map(({ item }) => item)
  const itemIds: readonly string[] = present.map(({ id }) => id)
  const chosen = present.filter(({ id }) => selection.ids.has(id))
  return {
    list,
    selection,
    canSelect: OWN_VIEWS.includes(inbox.view) && present.length > 0,
    itemIds,
    chosen,
    isHanding,
    hand: () => setHanding(true),
    /** After something was handed over nothing stays chosen. */
    stopHanding: (isHanded: boolean) => {
      setHanding(false)
      if (isHanded) selection.stop()
    },
  }
}
export type InboxList = ReturnType<typeof useInboxList>
