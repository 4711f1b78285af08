import { expect, test } from 'vitest'
import { findPersonReportWord } from './person-report.ts'

test.each([
  '可疑人员',
  '可疑人',
  '形迹可疑的人',
  '举报个人',
  '陌生人员',
  'suspicious_person',
  'Suspicious Person',
  'person-report',
  'person report',
])('%s is about watching a person', (text) => {
  expect(findPersonReportWord(text)).toBeDefined()
})

test.each([
  '停车难',
  '邻里纠纷',
  '对社区工作的意见',
  '私搭电线',
  'complaint_staff',
  'neighbour_dispute',
  '消费者投诉举报热线',
  '可疑气味',
])('%s is about a thing, a place or a service', (text) => {
  expect(findPersonReportWord(text)).toBeUndefined()
})
