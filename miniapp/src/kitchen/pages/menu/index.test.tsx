import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  CANTEEN_ID,
  type CanteenState,
  kitchenStaff,
  serveCanteen,
  sheetOf,
  sittingOf,
  today,
} from '../../../../test/components/canteen-answers'
import { renderResident } from '../../../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { useSession } from '../../../platform/session'
import MenuPage from './index'

let server: ResidentServer
let canteen: CanteenState
let answerMenu: () => ReturnType<ResidentServer['more']>

beforeEach(async () => {
  server = await startResidentServer()
  canteen = serveCanteen(server)
  canteen.sittings = [sittingOf(1)]
  canteen.sheet = sheetOf([])
  answerMenu = () => [200, canteen.sittings[0]]
  const first = server.more
  server.more = (call) => (call.path.includes('/menus/') ? answerMenu() : first(call))
  useSession.getState().begin('token', kitchenStaff)
})
afterEach(() => server.close())

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const open = () => renderResident(<MenuPage />, server, `?communityId=raosai&canteenId=${CANTEEN_ID}&on=${today()}`)
const saved = () => server.writes.filter(({ path }) => path.includes('/menus/'))
const dish = async (number: number) => within(await screen.findByRole('group', { name: `第${number}道菜` }))

test('a menu is changed, added to and saved; a dish that is there keeps its id', async () => {
  open()
  await userEvent.clear((await dish(1)).getByLabelText('备几份'))
  await userEvent.type((await dish(1)).getByLabelText('备几份'), '25')
  await press('加一道菜')
  await userEvent.type((await dish(3)).getByLabelText('菜名'), '蒸蛋')
  await userEvent.type((await dish(3)).getByLabelText('多少元'), '8.5')
  await userEvent.type((await dish(3)).getByLabelText('备几份'), '10')
  await userEvent.click((await dish(3)).getByRole('checkbox', { name: '含蛋' }))
  await press('存菜单')
  expect(await screen.findByText('存好了，居民看得到了。')).toBeVisible()
  expect(saved()[0]?.body).toMatchObject({
    dishes: [
      { id: canteen.sittings[0]?.dishes[0]?.id, portions: 25, priceCents: 1200 },
      { portions: 2 },
      { name: { zh: '蒸蛋' }, priceCents: 850, portions: 10, tags: ['contains_egg'] },
    ],
  })
})

test('a dish keeps its name in the other language until somebody changes the name', async () => {
  const [dishes] = [canteen.sheet?.dishes ?? []]
  if (dishes[0]) dishes[0].written = { zh: '土豆牛肉', bo: 'བོད' }
  open()
  await userEvent.type((await dish(1)).getByLabelText('备几份'), '5')
  await press('存菜单')
  await expect.poll(() => saved().length).toBe(1)
  expect(saved()[0]?.body).toMatchObject({ dishes: [{ name: { zh: '土豆牛肉', bo: 'བོད' } }, {}] })
  await userEvent.type((await dish(1)).getByLabelText('菜名'), '饭')
  await press('存菜单')
  await expect.poll(() => saved().length).toBe(2)
  expect(JSON.stringify(saved()[1]?.body)).not.toContain('"bo"')
})

test('what is typed stays on the device until it is saved', async () => {
  const { unmount } = open()
  await press('加一道菜')
  await userEvent.type((await dish(3)).getByLabelText('菜名'), '蒸蛋')
  unmount()
  open()
  expect(await screen.findByText('上次写的还在，还没存。')).toBeVisible()
  expect((await dish(3)).getByLabelText('菜名')).toHaveValue('蒸蛋')
})

test('a price that is no number is said at its dish, and nothing is sent', async () => {
  open()
  await press('加一道菜')
  await userEvent.type((await dish(3)).getByLabelText('多少元'), '很便宜')
  await press('存菜单')
  expect((await dish(3)).getByText('请写一个数，比如12。')).toBeVisible()
  expect((await dish(3)).getByText('请写菜名。')).toBeVisible()
  expect(saved()).toHaveLength(0)
})

test('the menu of last week is copied as new dishes, to be read before it is saved', async () => {
  canteen.sittings = [sittingOf(1, { dishes: [] })]
  const first = server.more
  server.more = (call) =>
    call.path.endsWith('/sittings') && server.reads.at(-1)?.includes('canteenId')
      ? [200, { items: [sittingOf(1)] }]
      : first(call)
  open()
  await press('照抄上周')
  expect(await screen.findByText('抄过来了，看一遍再存。')).toBeVisible()
  expect((await dish(1)).getByLabelText('菜名')).toHaveValue('土豆牛肉')
  await press('存菜单')
  await expect.poll(() => saved().length).toBe(1)
  expect(JSON.stringify(saved()[0]?.body)).not.toContain('"id"')
})

test('a dish that somebody has ordered is not taken away: the server says so, and the rows stay', async () => {
  answerMenu = () => failure(409, 'dish_ordered', '有人订了这道菜，不能撤下。可以把份数改成已订的数，不再多收。')
  open()
  await press('不要这道菜：土豆牛肉')
  await press('存菜单')
  expect(await screen.findByText(/有人订了这道菜，不能撤下/)).toBeVisible()
})
