import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { useDeskSettings } from './desk-settings'
import { focusedRow, focusRow } from './row-focus'

/** What a letter does with one item. */
export type ItemKey = 'take' | 'reply' | 'transfer' | 'select'

export interface InboxKeys {
  /** In the order of the list. */
  itemIds: readonly string[]
  openId: string | undefined
  /** With the item that has the keyboard, else with the one that is open. */
  onItem: (key: ItemKey, itemId: string) => void
  onNextUnclaimed: (fromId: string | undefined) => void
  onSearch: () => void
  onFilter: () => void
  onHelp: () => void
  onEscape: () => void
}

const STEP_OF_KEY: Partial<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }
const ITEM_KEYS: Partial<Record<string, ItemKey>> = { a: 'take', r: 'reply', t: 'transfer', x: 'select' }

/**
 * The keyboard of the desk: J/K or arrows through the list, N to the next that nobody has, A takes, R replies, T gives to
 * a colleague, X chooses, / searches, F filters, ? shows the keys, Escape leaves; Enter opens by itself.
 */
export const useInboxKeys = (keys: InboxKeys): void => {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  // The inbox stays in the document below the page that it led to.
  const isInFront = useRef(true)
  useDidShow(() => {
    isInFront.current = true
  })
  useDidHide(() => {
    isInFront.current = false
  })
  const hasLetterKeys = useDeskSettings((settings) => settings.hasLetterKeys)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isInFront.current || isForSomethingElse(event) || (event.key.length === 1 && !hasLetterKeys)) return
      if (act(event.key, latest.current)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [hasLetterKeys])
}

/** True when the key meant something here. */
const act = (key: string, keys: InboxKeys): boolean => {
  const row = focusedRow()
  const from = row ?? keys.openId
  const step = STEP_OF_KEY[key]
  if (step !== undefined) return (key.length === 1 || row !== undefined) && takeStep(step, from, keys.itemIds)
  const itemKey = ITEM_KEYS[key]
  if (itemKey) {
    if (from !== undefined) keys.onItem(itemKey, from)
    return true
  }
  switch (key) {
    case 'n':
      keys.onNextUnclaimed(from)
      return true
    case '/':
      keys.onSearch()
      return true
    case 'f':
      keys.onFilter()
      return true
    case '?':
      keys.onHelp()
      return true
    case 'Escape':
      keys.onEscape()
      return true
    default:
      return false
  }
}

const takeStep = (step: number, from: string | undefined, itemIds: readonly string[]): boolean => {
  const index = from === undefined ? -1 : itemIds.indexOf(from)
  const next = index < 0 ? itemIds[0] : itemIds[index + step]
  if (next !== undefined) focusRow(next)
  return true
}

/** Typing, a shortcut of the browser, or an open sheet. */
const isForSomethingElse = (event: KeyboardEvent): boolean => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  const { target } = event
  return (
    (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null) ||
    document.querySelector('[role="dialog"]') !== null
  )
}
