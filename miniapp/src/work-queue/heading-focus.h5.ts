import { useEffect, useRef } from 'react'

export const HEADING_ID = 'item-heading'

/** The heading takes the focus, but is no stop of the Tab key. */
export const headingFocusable = { tabIndex: -1 }

/**
 * Puts the keyboard at the heading when another item opens, and when a move took away the button that had it: else a
 * screen reader would start again at the top of the page.
 */
export const useHeadingFocus = ({ id, version }: { id: string; version: number }): void => {
  const shown = useRef<string>(undefined)
  useEffect(() => {
    const isAnother = shown.current !== id
    shown.current = id
    // After the sheet has given the focus back to its button, which may be gone.
    const timer = setTimeout(() => {
      const isLost = document.activeElement === null || document.activeElement === document.body
      if (isAnother || isLost) document.getElementById(HEADING_ID)?.focus({ preventScroll: true })
    })
    return () => clearTimeout(timer)
  }, [id, version])
}
