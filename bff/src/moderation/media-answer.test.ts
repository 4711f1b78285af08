import { expect, test } from 'vitest'
import { verdictOf } from './media-answer.service.ts'

const answer = (errcode: number, suggest?: string) => ({
  trace_id: '60f96f1d-3845297a-1976a3ae',
  errcode,
  ...(suggest !== undefined && { result: { suggest } }),
})

test.each([
  [answer(0, 'pass'), 'pass'],
  [answer(0, 'review'), 'review'],
  [answer(0, 'risky'), 'risky'],
  [answer(-1008), 'not_fetched'],
  // Whatever WeChat may say one day that we do not know, nobody sees the picture for it.
  [answer(0, 'fine'), 'not_read'],
  [answer(0), 'not_read'],
  [answer(-1, 'pass'), 'not_read'],
] as const)('%o is %s', (event, verdict) => {
  expect(verdictOf(event)).toBe(verdict)
})
