import { MyItem } from '@little-bench/shared/work-queue/item.contract'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { resident } from '../../../../test/components/counter-examples'
import { type CounterServer, startCounterServer } from '../../../../test/components/counter-server'
import { idOf, itemDueIn } from '../../../../test/components/desk-server'
import { openSession, renderCounter } from '../../../../test/components/render-counter'
import { visited } from '../../../../test/components/taro-api'
import ItemsPage from './index'

let server: CounterServer

beforeEach(async () => {
  server = await startCounterServer()
  openSession(server)
})
afterEach(() => server.close())

test('the resident’s own list is read for them, and an item opens as they would see it', async () => {
  const item = MyItem.parse({ ...itemDueIn(1, 24), canAnswer: false, canRate: false })
  server.answerFirst = ({ path }) => (path === '/api/my/items' ? [200, { items: [item], nextCursor: null }] : undefined)
  renderCounter(<ItemsPage />, server)
  const list = within(await screen.findByRole('list', { name: '说过的事，新的在前' }))
  await userEvent.click(list.getByRole('link', { name: /第1件事/ }))
  expect(visited.at(-1)).toBe(`navigateTo /issues/pages/detail/index?communityId=raosai&id=${idOf(1)}`)
  const reads = server.calls.filter(({ path }) => path === '/api/my/items')
  expect(reads.map(({ actingFor }) => actingFor)).toEqual([resident.id])
})

test('nothing said yet says how to begin', async () => {
  renderCounter(<ItemsPage />, server)
  expect(await screen.findByText('还没说过事')).toBeVisible()
})
