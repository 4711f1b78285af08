import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Desk, type DeskCall, idOf, itemDueIn, queueId, startDesk } from '../../../../test/components/desk-server'
import { renderDesk, setWindowWidth } from '../../../../test/components/render-desk'
import { visited } from '../../../../test/components/taro-api'
import FollowUpsPage from './index'

let desk: Desk
let recorded: string[]

beforeEach(async () => {
  setWindowWidth(375)
  recorded = []
  desk = await startDesk([itemDueIn(1, 1, { state: 'resolved' }), itemDueIn(2, 1, { state: 'resolved' })])
  desk.answerFirst = answer
  renderDesk(<FollowUpsPage />, desk, `?queueId=${queueId}`)
})
afterEach(() => desk.close())

const callOf = (number: number, result: string | null = null) => ({
  id: idOf(100 + number),
  communityId: 'raosai',
  workItemId: idOf(number),
  dueOn: '2026-11-23',
  isLate: number === 1,
  item: desk.items[number - 1],
  result,
})

const answer = ({ method, url, body }: DeskCall) => {
  if (url.pathname === `/api/queues/${queueId}/follow-ups`) {
    const isDone = url.searchParams.get('isDone') === 'true'
    const calls = [1, 2].filter((number) => recorded.includes(idOf(100 + number)) === isDone)
    const pages = { items: calls.map((number) => callOf(number, isDone ? 'not_solved' : null)), nextCursor: null }
    return [200, pages] satisfies [number, unknown]
  }
  const id = /\/follow-ups\/(.+)\/result$/.exec(url.pathname)?.[1]
  if (!id || method !== 'POST') return undefined
  if (recorded.includes(id)) {
    const error = { code: 'already_recorded', message: '这次回访已经有人记过了，请刷新看看。', requestId: 'req-1' }
    return [409, { error }] satisfies [number, unknown]
  }
  recorded.push(id)
  const { result } = body !== null && typeof body === 'object' && 'result' in body ? body : { result: null }
  return [200, callOf(Number(id.slice(-3)) - 100, String(result))] satisfies [number, unknown]
}

const calls = async () => within(await screen.findByRole('list', { name: /回访列表/ })).getAllByRole('listitem')
const openFirst = async () => {
  await calls()
  const [first] = screen.getAllByRole('button', { name: '记下结果' })
  if (first) await userEvent.click(first)
  return within(await screen.findByRole('dialog', { name: '居民怎么说' }))
}

test('each call says when, about what and whom, and a late one says so', async () => {
  const [first, second] = await calls()
  expect(first).toHaveTextContent('晚了，11月23日 星期一就该打第1件事居*甲RS-20261123-0001')
  expect(second).toHaveTextContent('11月23日 星期一该打第2件事')
})

test('what to ask is written there, and nothing leaves without a result and a word', async () => {
  const sheet = await openFirst()
  expect(sheet.getByText(/您说的「第1件事」我们办了，现在解决了吗？/)).toBeVisible()
  await userEvent.click(sheet.getByRole('button', { name: '记下' }))
  expect(sheet.getByText('请选一个结果。')).toBeVisible()
  expect(sheet.getByText('请写几句，再记下。')).toBeVisible()
  expect(desk.writes).toEqual([])
})

test('«not solved» says beforehand that the item goes to somebody else, and is sent with the words', async () => {
  const sheet = await openFirst()
  await userEvent.click(sheet.getByRole('radio', { name: /没解决，会重新打开，换一位同事去办/ }))
  await userEvent.type(sheet.getByRole('textbox', { name: /居民的话/ }), '灯又灭了')
  await userEvent.click(sheet.getByRole('button', { name: '记下，并换人重新办' }))
  expect(await screen.findByText('记下了，这件事已经重新打开，换人去办。')).toBeVisible()
  expect(desk.writes.map(({ body, key }) => [body, key !== undefined])).toEqual([
    [{ result: 'not_solved', note: '灯又灭了' }, true],
  ])
  await waitFor(async () => expect(await calls()).toHaveLength(1))
  await userEvent.click(screen.getByRole('radio', { name: '打过的' }))
  const done = within(await screen.findByRole('list', { name: '打过的回访，新的在前' }))
  expect(done.getByText('没解决')).toBeVisible()
})

test('when a colleague was faster, the words stay and it is said', async () => {
  const sheet = await openFirst()
  recorded.push(idOf(101))
  await userEvent.click(sheet.getByRole('radio', { name: /^没打通/ }))
  await userEvent.type(sheet.getByRole('textbox', { name: /居民的话/ }), '三点打的')
  await userEvent.click(sheet.getByRole('button', { name: '记下' }))
  expect(await screen.findByText('这次回访已经有人记过了，请刷新看看。')).toBeVisible()
  await waitFor(async () => expect(await calls()).toHaveLength(1))
  expect(sheet.getByRole('textbox', { name: /居民的话/ })).toHaveValue('三点打的')
})

test('the item is one tap away', async () => {
  await calls()
  const [first] = screen.getAllByRole('button', { name: '看这件事' })
  if (first) await userEvent.click(first)
  expect(visited.at(-1)).toBe(`navigateTo /work-queue/pages/item/index?communityId=raosai&id=${idOf(1)}`)
})
