import type { Move } from '@little-bench/shared/work-queue/lifecycle'
import { useEffect, useRef } from 'react'
import { useDeskSettings } from './desk-settings'
import { focusedRow, focusRow } from './row-focus'

export interface InboxKeys {
  /** In the order of the list. */
  itemIds: readonly string[]
  openId: string | undefined
  /** Make a move with the item that has the keyboard, else with the one that is open. */
  onMove: (move: Move, itemId: string) => void
  onHelp: () => void
}

const STEP_OF_KEY: Partial<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }
const MOVE_OF_KEY: Partial<Record<string, Move>> = { c: 'claim', r: 'resolve' }

/** The keyboard of the desk: J/K or arrows through the list, C claims, R resolves, ? shows the keys; Enter opens by itself. */
export const useInboxKeys = (keys: InboxKeys): void => {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  const hasLetterKeys = useDeskSettings((settings) => settings.hasLetterKeys)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isForSomethingElse(event) || (event.key.length === 1 && !hasLetterKeys)) return
      if (act(event.key, latest.current)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [hasLetterKeys])
}

/** True when the key meant something here. */
const act = (key: string, { itemIds, openId, onMove, onHelp }: InboxKeys): boolean => {
  const row = focusedRow()
  const step = STEP_OF_KEY[key]
  if (step !== undefined) return (key.length === 1 || row !== undefined) && takeStep(step, row ?? openId, itemIds)
  const move = MOVE_OF_KEY[key]
  const target = row ?? openId
  if (move && target !== undefined) onMove(move, target)
  if (key === '?') onHelp()
  return key === '?' || move !== undefined
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
