import { expect, test } from 'vitest'
import { stuckFrom } from './delivery-standing.ts'

const NOW = new Date('2026-11-23T02:00:00Z')
const inMinutes = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000)
const watched = { problem: null, nextAt: null, changedAt: NOW, callAt: null, isUnreachable: false } as const

test.each([
  ['waits for its time', { state: 'waiting', nextAt: inMinutes(60) }, inMinutes(75)],
  ['is in the hands of a process', { state: 'sending' }, inMinutes(15)],
  ['has gone out', { state: 'sent', callAt: inMinutes(60) }, null],
  ['is complete in the inbox', { state: 'failed', problem: 'no_credit' }, null],
  ['is complete in the inbox, whatever became of it', { state: 'unclear', problem: 'no_answer' }, null],
  ['is to be called', { state: 'failed', problem: 'no_credit', callAt: inMinutes(60) }, inMinutes(75)],
  ['is known to nobody with a telephone', { state: 'failed', problem: 'no_credit', isUnreachable: true }, NOW],
  ['only the operator can mend', { state: 'failed', problem: 'template_banned' }, NOW],
] as const)('a message that %s is stuck from %s', (_name, changes, from) => {
  expect(stuckFrom({ ...watched, ...changes })).toEqual(from)
})
