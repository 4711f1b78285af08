import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { visited } from '../../test/components/taro-api'
import { askPrivacy, usePrivacyQuestion } from '../platform/privacy-question'
import { PrivacyPopup } from './privacy-popup'

/** What WeChat was told, in order. */
let told: string[]
const ask = (referrer: string) =>
  act(() =>
    askPrivacy(({ event, buttonId }) => told.push([referrer, event, buttonId].filter(Boolean).join(' ')), referrer),
  )

beforeEach(() => {
  told = []
})
afterEach(() => usePrivacyQuestion.setState(usePrivacyQuestion.getInitialState()))

const popup = () => within(screen.getByRole('dialog', { name: '先问您一句' }))
const press = (name: string) => userEvent.click(popup().getByRole('button', { name }))

test('nothing stands there until something private is asked', () => {
  render(<PrivacyPopup />)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test.each([
  ['chooseMedia', '拍照、选照片', '写几句话就行'],
  ['RecorderManager.start', '录音', '打字一样能说'],
  ['getLocation', '用您的位置', '选院落就行'],
  ['addPhoneCalendar', '加到手机日历', '「我的预约」里都有'],
  ['setClipboardData', '复制', '照着抄'],
  ['getPhoneNumber', '用微信里的手机号', '先不绑，别的照样能用'],
  ['somethingNew', '接着办', '别的照样能用'],
])('%s says what for, and what one can do without it', (referrer, what, otherwise) => {
  render(<PrivacyPopup />)
  ask(referrer)
  expect(popup().getByText(`${what}以前，微信要您看过并同意《小板凳隐私保护指引》。`)).toBeVisible()
  expect(popup().getByText(new RegExp(otherwise))).toBeVisible()
})

test('WeChat is told that it was seen, once, and then the answer', async () => {
  render(<PrivacyPopup />)
  ask('chooseMedia')
  expect(told).toEqual(['chooseMedia exposureAuthorization'])
  await press('同意')
  expect(told).toEqual(['chooseMedia exposureAuthorization', 'chooseMedia agree agree-btn'])
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('what asks while the question is open gets the same answer', async () => {
  render(<PrivacyPopup />)
  ask('chooseMedia')
  ask('getLocation')
  await press('不同意')
  expect(told).toEqual([
    'chooseMedia exposureAuthorization',
    'getLocation exposureAuthorization',
    'chooseMedia disagree',
    'getLocation disagree',
  ])
})

test('one may read the policy first: the question waits', async () => {
  render(<PrivacyPopup />)
  ask('chooseMedia')
  await press('看小板凳的隐私政策')
  expect(visited).toEqual(['navigateTo /privacy/pages/policy/index'])
  expect(told).toEqual(['chooseMedia exposureAuthorization'])
  expect(popup().getByRole('button', { name: '同意' })).toBeVisible()
})

test('whoever leaves the page has not agreed', () => {
  const { unmount } = render(<PrivacyPopup />)
  ask('getLocation')
  unmount()
  expect(told.at(-1)).toBe('getLocation disagree')
})
