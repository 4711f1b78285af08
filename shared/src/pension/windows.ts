import { addDays, type ServiceDate } from '../kernel/time.ts'
import { addMonths } from '../people/grants.ts'

/**
 * When a proof of life is due. `windows`: in each window of the year once (拉萨: January to June, July to December);
 * `months`: so many months after the last one, whichever way it was done (人社厅发〔2018〕54号: twelve).
 */
export type ProofRule =
  | {
      kind: 'windows'
      /** `MM-DD`, in the order of the year, without gaps; the last ends on 12-31. */
      windows: readonly { from: string; to: string }[]
    }
  | { kind: 'months'; months: number; opensDaysBefore: number }

export const PROOF_STATUSES = ['valid', 'due', 'lapsed'] as const
export type ProofStatus = (typeof PROOF_STATUSES)[number]

export interface ProofStanding {
  status: ProofStatus
  /** The first and the last day on which it can be done next, or now. */
  from: ServiceDate
  dueOn: ServiceDate
}

const windowsOf = (
  rule: Extract<ProofRule, { kind: 'windows' }>,
  year: number,
): { from: ServiceDate; to: ServiceDate }[] =>
  rule.windows.map(({ from, to }) => ({ from: `${year}-${from}`, to: `${year}-${to}` }))

const byWindows = (
  rule: Extract<ProofRule, { kind: 'windows' }>,
  { lastDoneOn, since }: { lastDoneOn: ServiceDate | null; since: ServiceDate },
  today: ServiceDate,
): ProofStanding => {
  const year = Number(today.slice(0, 4))
  const all = [year - 1, year, year + 1].flatMap((each) => windowsOf(rule, each))
  const index = all.findIndex(({ from, to }) => from <= today && today <= to)
  const [before, current, next] = [all[index - 1], all[index], all[index + 1]]
  // The configuration is only loaded when its windows follow each other through the year.
  if (!before || !current || !next) throw new Error(`no window on ${today}`)
  if (lastDoneOn !== null && lastDoneOn >= current.from) return { status: 'valid', from: next.from, dueOn: next.to }
  // A window that ended before we knew of them is nobody's omission.
  const hasMissed = since <= before.to && (lastDoneOn === null || lastDoneOn < before.from)
  return { status: hasMissed ? 'lapsed' : 'due', from: current.from, dueOn: current.to }
}

const byMonths = (
  rule: Extract<ProofRule, { kind: 'months' }>,
  { lastDoneOn, since }: { lastDoneOn: ServiceDate | null; since: ServiceDate },
  today: ServiceDate,
): ProofStanding => {
  const dueOn = addMonths(lastDoneOn ?? since, rule.months)
  const from = addDays(dueOn, -rule.opensDaysBefore)
  if (today > dueOn) return { status: 'lapsed', from, dueOn }
  // Nobody knows when it was done last: it can be done at once, and nobody is told that nothing is to be done.
  if (lastDoneOn === null) return { status: 'due', from: since, dueOn }
  return { status: today >= from ? 'due' : 'valid', from, dueOn }
}

/**
 * Where somebody stands on a day. `since`: the day from which we know that they draw a pension; before it nothing was
 * missed.
 */
export const proofStanding = (
  rule: ProofRule,
  known: { lastDoneOn: ServiceDate | null; since: ServiceDate },
  today: ServiceDate,
): ProofStanding => (rule.kind === 'windows' ? byWindows(rule, known, today) : byMonths(rule, known, today))

/** Days before the last one on which somebody is reminded who has not done it. */
export const REMINDER_DAYS = [30, 14, 3] as const

/**
 * Which reminder somebody should have had by today: of those whose day has come the last one, so that whoever was not told
 * while the server was down is told once and not three times. None when it is done, before we knew of them, or too late.
 */
export const reminderDue = (
  { status, dueOn }: ProofStanding,
  since: ServiceDate,
  today: ServiceDate,
): number | undefined => {
  if (status === 'valid' || today > dueOn) return undefined
  const days = [...REMINDER_DAYS].reverse().find((before) => addDays(dueOn, -before) <= today)
  return days !== undefined && addDays(dueOn, -days) >= since ? days : undefined
}

/** Whether anybody at all can have to be told on a day: in windows everybody is due on the same one. */
export const mayRemind = (rule: ProofRule, today: ServiceDate): boolean => {
  if (rule.kind === 'months') return true
  const { dueOn } = byWindows(rule, { lastDoneOn: null, since: today }, today)
  return addDays(dueOn, -REMINDER_DAYS[0]) <= today
}

/** The days on which somebody will still be reminded, when they do not do it before. */
export const reminderDays = ({ dueOn }: ProofStanding, today: ServiceDate): ServiceDate[] =>
  REMINDER_DAYS.map((before) => addDays(dueOn, -before)).filter((day) => day >= today)
