import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Desk, idOf, itemDueIn, startDesk } from '../../../../test/components/desk-server'
import { renderDesk } from '../../../../test/components/render-desk'
import { visited } from '../../../../test/components/taro-api'
import SearchPage from './index'

let desk: Desk
let asked: (string | null)[]

beforeEach(async () => {
  asked = []
  desk = await startDesk([itemDueIn(1, 5), itemDueIn(2, 8)])
  desk.answerFirst = ({ url }) => {
    if (url.pathname !== '/api/my/queues/search') return undefined
    asked.push(url.searchParams.get('text'))
    const items = url.searchParams.get('text') === '路灯' ? [found(1, '院门口的路灯三天不亮了')] : []
    return [200, { items, nextCursor: null }]
  }
})
afterEach(() => desk.close())

const found = (number: number, excerpt: string) => ({ ...itemDueIn(number, 5), excerpt })
const field = () => screen.getByRole('textbox', { name: '找一件事' })
const open = () => renderDesk(<SearchPage />, desk)

test('before anything is asked it says what can be found, and asks nothing', () => {
  open()
  expect(screen.getByText('写几个字，找您队列里的事')).toBeVisible()
  expect(asked).toEqual([])
})

test('what was found is shown with the words around it, those asked for marked, and opens', async () => {
  open()
  await userEvent.type(field(), '路灯{Enter}')
  expect(await screen.findByRole('list', { name: '有「路灯」的事，新的在前' })).toBeVisible()
  expect(screen.getByText('路灯')).toHaveClass('found')
  expect(screen.getByText('三天不亮了')).toHaveClass('plain')
  await userEvent.click(screen.getByRole('button', { name: /第1件事/ }))
  expect(visited.at(-1)).toBe(`navigateTo /work-queue/pages/item/index?communityId=raosai&id=${idOf(1)}`)
})

test('one character is too short, and is not asked', async () => {
  open()
  await userEvent.type(field(), '灯')
  await userEvent.click(screen.getByRole('button', { name: '搜' }))
  expect(screen.getByText('请至少写两个字。')).toBeVisible()
  expect(asked).toEqual([])
  await userEvent.type(field(), '不')
  expect(screen.queryByText('请至少写两个字。')).toBeNull()
})

test('words that cannot be searched for say what to change about them, and are not sent again', async () => {
  const fields = [{ field: 'text', message: '词太多了，最多写5个。' }]
  desk.answerFirst = ({ url }) =>
    url.pathname === '/api/my/queues/search'
      ? [422, { error: { code: 'validation_failed', message: '有几处需要改一下。', fields, requestId: 'r1' } }]
      : undefined
  open()
  await userEvent.type(field(), '一 二 三 四 五 六{Enter}')
  expect(await screen.findByText('词太多了，最多写5个。')).toBeVisible()
  expect(screen.queryByText('有几处需要改一下。')).toBeNull()
})

test('what is nowhere says so and what else to try', async () => {
  open()
  await userEvent.type(field(), '井盖{Enter}')
  expect(await screen.findByText('没有找到这样的事')).toBeVisible()
  expect(screen.getByText('换个说法，或者少写几个字。别的队列的事，这里找不到。')).toBeVisible()
})
