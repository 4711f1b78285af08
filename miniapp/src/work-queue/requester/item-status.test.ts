import { expect, test } from 'vitest'
import { itemStatus, type StatusFacts } from './item-status'

const facts: StatusFacts = {
  state: 'accepted',
  outcome: null,
  dueAt: '2026-11-24T04:00:00.000Z',
  isOverdue: false,
  canRate: false,
  queueName: '第一网格',
  ratedSolved: null,
  isYours: true,
}

test('an open item says one word, one sentence and the date it was promised for', () => {
  expect(itemStatus(facts, 'zh')).toEqual({
    word: '处理中',
    sentence: '第一网格已接单，正在办，预计11月24日 星期二前答复',
    tone: 'waiting',
  })
})

test('a late item says that it is late and for when it was promised', () => {
  const late = itemStatus({ ...facts, isOverdue: true }, 'zh')
  expect(late).toMatchObject({ tone: 'late', sentence: '第一网格已接单，正在办，原定11月24日 星期二答复，已经晚了' })
})

test('a resolved item asks its reporter, and tells a neighbour only that staff call it done', () => {
  const resolved: StatusFacts = { ...facts, state: 'resolved', canRate: true }
  expect(itemStatus(resolved, 'zh').word).toBe('待评价')
  expect(itemStatus({ ...resolved, isYours: false }, 'zh').word).toBe('已办好')
})

test('an answer of not solved stays visible until the item is reopened', () => {
  expect(itemStatus({ ...facts, state: 'resolved', ratedSolved: false }, 'zh').word).toBe('没解决')
})

test('a Chinese sentence on a Tibetan page carries the Chinese date', () => {
  expect(itemStatus(facts, 'bo').sentence).toContain('11月24日')
})

test('a question waits for the person who asked for it, and a neighbour only reads that somebody was asked', () => {
  const asked: StatusFacts = { ...facts, pause: 'waiting_for_resident' }
  expect(itemStatus(asked, 'zh')).toMatchObject({ word: '等您回答', tone: 'soon' })
  expect(itemStatus({ ...asked, isYours: false }, 'zh').word).toBe('等回答')
})

test('a suspended item says why and from which day it goes on, and is never late meanwhile', () => {
  const suspended: StatusFacts = { ...facts, isOverdue: true, pause: 'suspended' }
  const until = '2026-11-30T01:00:00.000Z'
  expect(itemStatus({ ...suspended, suspension: { reason: 'materials', until } }, 'zh')).toEqual({
    word: '先停一停',
    sentence: '在等材料，11月30日 星期一接着办',
    tone: 'waiting',
  })
  expect(itemStatus(suspended, 'zh').sentence).toBe('第一网格先停一停，能办了就接着办')
})

test('whoever is asked to rate reads until when', () => {
  const resolved: StatusFacts = { ...facts, state: 'resolved', canRate: true, rateUntil: '2026-12-07T02:00:00.000Z' }
  expect(itemStatus(resolved, 'zh').sentence).toBe('说是办好了。解决了吗？请在12月7日 星期一前评价')
})
