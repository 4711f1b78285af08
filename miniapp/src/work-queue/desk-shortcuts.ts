import { useEffect, useRef } from 'react'

/** What the keyboard of the desk asks of the open item: `onReply` puts the keyboard where a reply is written. */
export type DeskShortcut = 'onReply'

interface Slot {
  itemId: string
  act: () => void
}

/** One slot for each shortcut: only one item is open. */
const slots = new Map<DeskShortcut, Slot>()
/** Asked for before the item was here. */
let wanted: { shortcut: DeskShortcut; itemId: string } | undefined
/** Whoever pressed the key has gone on after this time. */
const WANTED_MS = 5000

/**
 * The item side registers what the shortcut does while this item is on the screen; the newest action is called.
 * Usage in the conversation: `useDeskShortcut('onReply', item.id, openReply)`.
 */
export const useDeskShortcut = (shortcut: DeskShortcut, itemId: string, act: () => void): void => {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const slot = { itemId, act: () => latest.current() }
    slots.set(shortcut, slot)
    // After the new item has put the keyboard at its heading.
    const timer = isWanted(shortcut, itemId) ? setTimeout(slot.act) : undefined
    return () => {
      clearTimeout(timer)
      if (slots.get(shortcut) === slot) slots.delete(shortcut)
    }
  }, [shortcut, itemId])
}

/** Does it now when the item is here, else as soon as it comes; another wish replaces it. */
export const askForShortcut = (shortcut: DeskShortcut, itemId: string): void => {
  const slot = slots.get(shortcut)
  if (slot?.itemId === itemId) {
    slot.act()
    return
  }
  const wish = { shortcut, itemId }
  wanted = wish
  setTimeout(() => {
    if (wanted === wish) wanted = undefined
  }, WANTED_MS)
}

const isWanted = (shortcut: DeskShortcut, itemId: string): boolean => {
  const isThis = wanted?.shortcut === shortcut && wanted.itemId === itemId
  if (isThis) wanted = undefined
  return isThis
}
