/** How a person is told: by messages on the phone, or by a call and a printed slip from the counter. */
export const CHANNELS = ['inbox', 'call'] as const
export type Channel = (typeof CHANNELS)[number]

/** How a call went. `told` and `slip_given` end it; the others bring it back. */
export const CALL_OUTCOMES = ['told', 'slip_given', 'no_answer', 'call_later', 'wrong_number', 'not_wanted'] as const
export type CallOutcome = (typeof CALL_OUTCOMES)[number]

const ENDING: readonly CallOutcome[] = ['told', 'slip_given', 'not_wanted']

/** Whether nobody needs to call again after this. */
export const endsCall = (outcome: CallOutcome): boolean => ENDING.includes(outcome)

/** After so many calls that nobody answered, or a wrong number, somebody should go there. */
export const CALLS_BEFORE_VISIT = 3

export const needsVisit = (attempts: readonly CallOutcome[]): boolean =>
  attempts.at(-1) === 'wrong_number' ||
  attempts.filter((outcome) => outcome === 'no_answer').length >= CALLS_BEFORE_VISIT
