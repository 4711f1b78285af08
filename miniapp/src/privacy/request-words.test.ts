import { PrivacyRequest } from '@little-bench/shared/privacy/contract'
import { expect, test } from 'vitest'
import { requestWords } from './request-words'

const NOW = new Date('2026-12-01T02:00:00.000Z')
const asked = (fields: Partial<(typeof PrivacyRequest)['_input']>) =>
  PrivacyRequest.parse({
    id: '0190b1c4-8888-7aaa-8bbb-000000000001',
    kind: 'correction',
    aboutName: '名字',
    receiptNumber: 'RS-20261128-0007',
    communityId: 'raosai',
    workItemId: '0190b1c4-3333-7aaa-8bbb-000000000088',
    state: 'queued',
    outcome: null,
    askedAt: '2026-11-28T02:00:00.000Z',
    dueAt: '2026-12-18T10:00:00.000Z',
    ...fields,
  })
const said = (fields: Partial<(typeof PrivacyRequest)['_input']>) => requestWords(asked(fields), NOW, 'zh')

test('what is open says by which day it is answered', () => {
  expect(said({})).toEqual({ name: '请改：名字', word: '等着办', tone: 'waiting', next: '12月18日 星期五前答复' })
  expect(said({ state: 'accepted', kind: 'deletion' })).toMatchObject({ name: '请删：名字', word: '在办' })
})

test('what should have been answered says so, and what to do', () => {
  expect(said({ dueAt: '2026-11-30T10:00:00.000Z' })).toMatchObject({
    tone: 'late',
    next: expect.stringContaining('催'),
  })
})

test('a refusal is not called done, and has a reason', () => {
  expect(said({ state: 'closed', outcome: 'rejected' })).toMatchObject({
    word: '没有办',
    next: '为什么没有办，写在这一件里。',
  })
  expect(said({ state: 'closed', outcome: 'solved' })).toMatchObject({ word: '办完了', next: undefined })
  expect(said({ state: 'resolved' })).toMatchObject({ word: '答复了', tone: 'good' })
  expect(said({ state: 'closed', outcome: 'withdrawn' })).toMatchObject({ word: '撤回了', tone: 'plain' })
})
