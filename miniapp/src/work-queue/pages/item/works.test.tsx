import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { type Answer, type Desk, idOf, itemDueIn, startDesk } from '../../../../test/components/desk-server'
import { photo } from '../../../../test/components/file-answers'
import { renderDesk } from '../../../../test/components/render-desk'
import { watchShownFiles } from '../../../../test/components/shown-files'
import { aWork } from '../../../../test/components/work-answers'
import ItemPage from './index'

let desk: Desk
afterEach(() => desk.close())

type Work = ReturnType<typeof aWork>
const NOTHING = { costFen: null, fundSource: null, decidedOn: null, version: 0, canEdit: true } as const

/** The page of the first item, with these works; what is saved is then what the desk answers, unless `refuse` has an answer. */
const open = async (first: Work[], fields: Parameters<typeof itemDueIn>[2] = {}) => {
  watchShownFiles()
  let works = first
  const state: { refuse?: () => Answer } = {}
  const item = itemDueIn(1, 5, { state: 'accepted', ...fields })
  desk = await startDesk([item])
  desk.answerFirst = ({ method, url, body }) => {
    if (!url.pathname.includes('/works')) return undefined
    if (method === 'GET') return [200, { items: works }]
    if (state.refuse) return state.refuse()
    works = works.map((work) => ({ ...work, ...Object(body), version: work.version + 1 }))
    return [200, works[0]]
  }
  renderDesk(<ItemPage />, desk, `?communityId=raosai&id=${item.id}`)
  await screen.findByRole('heading', { level: 2, name: '第1件事' })
  return { state, setWorks: (next: Work[]) => (works = next) }
}
const sheet = () => within(screen.getByRole('dialog'))
const openSheet = async () => userEvent.click(await screen.findByRole('button', { name: /^登记/ }))
const saved = () => desk.writes.filter(({ url }) => url.pathname.includes('/works/')).map(({ body }) => body)

test('whoever has the item writes down cost, fund and day, and reads them on the page', async () => {
  await open([aWork({ ...NOTHING, workItemId: idOf(1) })])
  await openSheet()
  await userEvent.type(sheet().getByRole('textbox', { name: /花费/ }), '150,000')
  await userEvent.type(sheet().getByRole('textbox', { name: /资金来源/ }), '惠民资金')
  await userEvent.click(sheet().getByRole('button', { name: '存下来' }))
  expect(await screen.findByText('150,000元')).toBeVisible()
  expect(saved()).toEqual([
    { version: 0, costFen: 15_000_000, fundSource: '惠民资金', decidedOn: null, beforeIds: [], afterIds: [] },
  ])
})

test('what is no amount is not sent, and the field says how to write it', async () => {
  await open([aWork({ ...NOTHING, workItemId: idOf(1) })])
  await openSheet()
  await userEvent.type(sheet().getByRole('textbox', { name: /花费/ }), '十五万')
  await userEvent.click(sheet().getByRole('button', { name: '存下来' }))
  expect(sheet().getByText('只写数字，最多两位小数，比如 150000。')).toBeVisible()
  expect(saved()).toEqual([])
})

test('a photo that is taken out is no longer named, and can be put back before it is saved', async () => {
  await open([aWork({ workItemId: idOf(1), canEdit: true, before: [photo(1), photo(2)] })])
  await openSheet()
  await userEvent.click(sheet().getByRole('button', { name: '第1张不再放' }))
  expect(sheet().getByRole('button', { name: '放回原来的照片' })).toBeVisible()
  await userEvent.click(sheet().getByRole('button', { name: '存下来' }))
  await expect.poll(saved).toMatchObject([{ beforeIds: [photo(2).id] }])
})

test('when another saved first, what stands there now is shown before one’s own replaces it', async () => {
  const mine = aWork({ workItemId: idOf(1), canEdit: true, before: [photo(1)] })
  const { state, setWorks } = await open([mine])
  await openSheet()
  await userEvent.clear(sheet().getByRole('textbox', { name: /花费/ }))
  await userEvent.type(sheet().getByRole('textbox', { name: /花费/ }), '90000')
  state.refuse = () => {
    setWorks([{ ...mine, costFen: 8_000_000, before: [photo(1), photo(2)], version: 2 }])
    return [409, { error: { code: 'stale_version', message: '刚才有别人先动了这件事。', requestId: 'r' } }]
  }
  await userEvent.click(sheet().getByRole('button', { name: '存下来' }))
  expect(await sheet().findByText(/80,000元/)).toBeVisible()
  delete state.refuse
  await userEvent.click(sheet().getByRole('button', { name: '看过了，用我填的' }))
  await userEvent.click(sheet().getByRole('button', { name: '存下来' }))
  await expect
    .poll(saved)
    .toMatchObject([{ version: 1 }, { version: 2, costFen: 9_000_000, beforeIds: [photo(1).id, photo(2).id] }])
})

test('at one part of an item only that part is shown', async () => {
  const works = [aWork({ workItemId: idOf(1), title: '铺路' }), aWork({ workItemId: idOf(2), title: '修台阶' })]
  await open(works, { isChild: true })
  expect(await screen.findByText('铺路')).toBeVisible()
  expect(screen.queryByText('修台阶')).toBeNull()
})

test('whoever may only look has no way to write', async () => {
  await open([aWork({ workItemId: idOf(1) })])
  expect(await screen.findByText('150,000元')).toBeVisible()
  expect(screen.queryByRole('button', { name: /^登记/ })).toBeNull()
})
