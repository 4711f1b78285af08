import type { SendOutcome, WechatProblem } from './wechat.ts'

/** What WeChat's numbers mean to this server; a number that is not here is for the operator to look up. */
const PROBLEMS: Readonly<Record<number, WechatProblem>> = {
  [-1]: 'busy',
  40003: 'refused',
  40029: 'code_invalid',
  40163: 'code_invalid',
  40226: 'sign_in_refused',
  43104: 'refused',
  43108: 'same_person_at_once',
  44991: 'rate_limited',
  45009: 'rate_limited',
  45011: 'rate_limited',
  61010: 'not_visited',
  87020: 'refused',
}

/** The token is wrong, or has ended: a new one is worth one more try. */
const TOKEN_CODES = [40001, 40014, 42001]

export const isTokenCode = (errorCode: number | null): boolean => errorCode !== null && TOKEN_CODES.includes(errorCode)
export const problemOf = (errorCode: number): WechatProblem =>
  isTokenCode(errorCode) ? 'unavailable' : (PROBLEMS[errorCode] ?? 'configuration')

type Refusal = Extract<SendOutcome, { kind: 'refused' }>['why']
const REFUSALS: Readonly<Record<number, Refusal>> = {
  40003: 'bad_open_id',
  43101: 'no_credit',
  43107: 'template_banned',
  45168: 'content_refused',
}

/** What a number says of a message: certainly not sent, for now or for good. */
export const outcomeOf = (errorCode: number): SendOutcome => {
  const problem = problemOf(errorCode)
  if (
    problem === 'busy' ||
    problem === 'rate_limited' ||
    problem === 'same_person_at_once' ||
    problem === 'unavailable'
  ) {
    return { kind: 'not_sent', why: problem, errorCode }
  }
  return { kind: 'refused', why: REFUSALS[errorCode] ?? 'configuration', errorCode }
}
