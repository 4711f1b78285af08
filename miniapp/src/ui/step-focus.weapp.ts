export const STEP_ID = 'step'

export const stepFocusable = {}

/** WeChat has no focus to move; the live region says the step. */
export const useStepFocus = (_step: number, _id?: string): void => {}
