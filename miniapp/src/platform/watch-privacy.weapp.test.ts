import Taro from '@tarojs/taro'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerPrivacy, usePrivacyQuestion } from './privacy-question'
import { openPrivacyGuide, watchPrivacy } from './watch-privacy.weapp'

type Listener = (resolve: (answer: { event: string }) => void, info: { referrer: string }) => void

let listeners: Listener[]
let pages: object[]

beforeEach(() => {
  listeners = []
  pages = [{}]
  Object.assign(Taro, {
    onNeedPrivacyAuthorization: (listener: Listener) => void listeners.push(listener),
    getPrivacySetting: ({ success }: { success: (setting: object) => void }) =>
      success({ needAuthorization: true, privacyContractName: '《某社区隐私保护指引》' }),
  })
  const { getCurrentPages } = Taro
  Object.assign(Taro, { getCurrentPages: () => pages })
  return () => Object.assign(Taro, { getCurrentPages })
})
afterEach(() => {
  for (const name of ['onNeedPrivacyAuthorization', 'getPrivacySetting', 'openPrivacyContract'])
    Reflect.deleteProperty(Taro, name)
  usePrivacyQuestion.setState(usePrivacyQuestion.getInitialState())
})

test('what asks waits for the answer, and the guide has the name that WeChat gives it', () => {
  watchPrivacy()
  const told: string[] = []
  listeners[0]?.(({ event }) => told.push(event), { referrer: 'chooseMedia' })
  expect(usePrivacyQuestion.getState()).toMatchObject({ depth: 1, guideName: '《某社区隐私保护指引》' })
  expect(told).toEqual([])
  answerPrivacy('disagree')
  expect(told).toEqual(['disagree'])
})

test('before there is a page nobody can answer: it is a no, not a wait for ever', () => {
  watchPrivacy()
  pages = []
  const told: string[] = []
  listeners[0]?.(({ event }) => told.push(event), { referrer: 'chooseMedia' })
  expect(told).toEqual(['disagree'])
})

test('an old WeChat that asks nothing is left alone', () => {
  Reflect.deleteProperty(Taro, 'onNeedPrivacyAuthorization')
  expect(() => watchPrivacy()).not.toThrow()
})

test('a guide that does not open says so', () => {
  Object.assign(Taro, { openPrivacyContract: ({ fail }: { fail: () => void }) => fail() })
  let hasFailed = false
  openPrivacyGuide(() => (hasFailed = true))
  expect(hasFailed).toBe(true)
})
