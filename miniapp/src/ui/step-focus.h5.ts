import { useEffect, useRef } from 'react'

export const STEP_ID = 'step'

/** The name of the step takes the focus, but is no stop of the Tab key. */
export const stepFocusable = { tabIndex: -1 }

/** Moves the keyboard and the screen reader to the new step: else they stay at the button below that led to it. */
export const useStepFocus = (step: number, id = STEP_ID): void => {
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    document.getElementById(id)?.focus({ preventScroll: true })
  }, [step, id])
}
