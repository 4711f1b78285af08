import { expect, test } from 'vitest'
import { CALL_IF_UNREAD } from './call-if-unread.ts'
import { isForPersonAlone, isStaffNotice, NOTICES } from './notices.ts'
import { TOPICS } from './templates.ts'
import { fieldValue } from './wechat-fields.ts'
import {
  BOOKINGS_PAGE,
  FIELD_SOURCES,
  fieldWords,
  INBOX_PAGE,
  ISSUE_PAGE,
  type OutgoingNotice,
  pageOfNotice,
  topicOf,
} from './wechat-notices.ts'

const SENT = NOTICES.filter((kind) => topicOf(kind) !== undefined)
const notice = (changes: Partial<OutgoingNotice>): OutgoingNotice => ({
  kind: 'resolved',
  details: { title: '楼道照明', receiptNumber: 'RS-20261123-0007', queueName: '示范网格', name: '示范居民' },
  isConfidential: false,
  communityId: 'raosai',
  workItemId: '0197',
  subjectId: '0198',
  at: new Date('2026-11-28T01:05:00Z'),
  ...changes,
})

test('what staff are told never leaves the inbox', () => {
  expect(SENT.filter(isStaffNotice)).toEqual([])
})

test('every topic has something to say', () => {
  expect(new Set(SENT.map(topicOf))).toEqual(new Set(TOPICS))
})

test.each(SENT)('%s fits every type of field that may say it', (kind) => {
  for (const isConfidential of [false, true]) {
    const words = fieldWords(notice({ kind, isConfidential, details: {} }))
    for (const [source, types] of Object.entries(FIELD_SOURCES)) {
      for (const type of types) {
        const word = words[source as keyof typeof words] // The entries of FIELD_SOURCES are its own keys.
        expect(fieldValue(type, word), `${source} as ${type}`).toBe(word)
      }
    }
  }
})

test('a message says what it is about and how it stands', () => {
  expect(fieldWords(notice({}))).toEqual({
    title: '楼道照明',
    status: '说办好了',
    receipt_number: 'RS-20261123-0007',
    told_at: '2026年11月28日 09:05',
    words: '请打开小程序看',
  })
})

const NEUTRAL = { title: '您的一件事', status: '有新消息', receipt_number: '-' }

test('what nobody else may know is said without a word of what it is', () => {
  expect(fieldWords(notice({ isConfidential: true }))).toMatchObject(NEUTRAL)
  expect(pageOfNotice(notice({ isConfidential: true }))).toBe(INBOX_PAGE)
})

test.each(SENT.filter(isForPersonAlone))('so is what is for the person alone: %s', (kind) => {
  expect(fieldWords(notice({ kind }))).toMatchObject(NEUTRAL)
})

test('a message opens what it is about, or the inbox', () => {
  expect(pageOfNotice(notice({}))).toBe(`${ISSUE_PAGE}?communityId=raosai&id=0198`)
  expect(pageOfNotice(notice({ kind: 'seat_offered', workItemId: null }))).toBe(BOOKINGS_PAGE)
  expect(pageOfNotice(notice({ kind: 'proof_due', workItemId: null }))).toBe(INBOX_PAGE)
})

test('whoever is called about something was told of it before, where WeChat can', () => {
  expect(Object.keys(CALL_IF_UNREAD).filter((kind) => !SENT.some((sent) => sent === kind))).toEqual([])
})
