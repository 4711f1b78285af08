import { useEffect, useRef } from 'react'

export const SHEET_ID = 'sheet'

const FOCUSABLE = '[tabindex="0"], input, textarea, a[href]'

/** Keeps the keyboard inside an open sheet, lets Escape close it, and puts the focus back where it was. */
export const useSheetFocus = (isOpen: boolean, onClose: () => void): void => {
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  }, [onClose])
  useEffect(() => {
    if (!isOpen) return undefined
    const before = document.activeElement
    const controls = () => [...(document.getElementById(SHEET_ID)?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])]
    // The page behind stays where it is.
    controls()[0]?.focus({ preventScroll: true })
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current()
      if (event.key === 'Tab') keepInside(event, controls())
    }
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [isOpen])
}

const keepInside = (event: KeyboardEvent, controls: readonly HTMLElement[]) => {
  const [first] = controls
  const last = controls.at(-1)
  const from = document.activeElement
  const leaves = event.shiftKey ? from === first : from === last
  if (!leaves) return
  event.preventDefault()
  const next = event.shiftKey ? last : first
  next?.focus()
}
