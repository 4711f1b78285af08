import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { factOf, mother, type PeopleState, servePeople } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import FactsPage from './index'

let server: ResidentServer
let people: PeopleState

beforeEach(async () => {
  server = await startResidentServer()
  people = servePeople(server)
  signIn()
})
afterEach(() => server.close())

const open = () => renderResident(<FactsPage />, server)
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

test('each kind says what it is for and that nothing was given, before anything is asked', async () => {
  open()
  expect(await screen.findByText('看您够不够年龄享受老人、孩子的服务。')).toBeVisible()
  expect(screen.getAllByText('没填')).toHaveLength(7)
  await press('填这一项：残疾人证')
  expect(visited.at(-1)).toBe('navigateTo /people/pages/fact/index?kind=disability')
})

test('each state is a word with what to do next', async () => {
  people.facts = [
    factOf(1, { state: 'pending' }),
    factOf(2, { kind: 'residence', said: '东孜苏3巷7号', state: 'verified', verifiedUntil: '2028-11-28' }),
    factOf(3, { kind: 'disability', said: '有残疾人证', state: 'expired', verifiedUntil: '2026-11-01' }),
    factOf(4, { kind: 'workplace', said: '菜店', state: 'refused', refusal: 'evidence_missing' }),
  ]
  open()
  expect(await screen.findByText('等核实')).toBeVisible()
  expect(screen.getByText(/带身份证或户口本到社区柜台/)).toBeVisible()
  expect(screen.getByText('核实过')).toBeVisible()
  expect(screen.getByText('到2028年11月28日')).toBeVisible()
  expect(screen.getByText('要再核实')).toBeVisible()
  expect(screen.getByText(/2026年11月1日过期了/)).toBeVisible()
  expect(screen.getByText('没能核实')).toBeVisible()
  expect(screen.getByText('要看的材料没带齐。带上单位证明，到社区柜台就能办。')).toBeVisible()
})

test('a verified fact is not changed but corrected, and one that waits is not asked for again', async () => {
  people.facts = [
    factOf(1, { state: 'verified', verifiedUntil: null }),
    factOf(2, { kind: 'residence', said: '东孜苏3巷7号', state: 'pending' }),
  ]
  open()
  expect(await screen.findByRole('button', { name: '改这一项：出生日期' })).toBeVisible()
  expect(screen.getByText('一直有效')).toBeVisible()
  expect(screen.queryByRole('button', { name: /住在哪里/ })).toHaveAccessibleName('撤回：住在哪里')
})

test('a fact is withdrawn after one question, and is gone', async () => {
  people.facts = [factOf(1, {})]
  open()
  await screen.findByText('1949年10月1日')
  await press('撤回：出生日期')
  const dialog = within(screen.getByRole('dialog', { name: '撤回「出生日期」？' }))
  expect(dialog.getByText(/马上删掉/)).toBeVisible()
  expect(server.writes).toEqual([])
  await userEvent.click(dialog.getByRole('button', { name: '撤回' }))
  expect(await screen.findByText('删掉了。')).toBeVisible()
  await expect.poll(() => screen.queryByText('1949年10月1日')).toBeNull()
})

test('what is known of one person is never shown under the name of another', async () => {
  people.facts = [factOf(1, {})]
  open()
  await screen.findByText('1949年10月1日')
  act(() => useSession.getState().actFor({ id: mother.id, name: '阿妈' }))
  expect(screen.getByRole('heading', { name: '阿妈的资料' })).toBeVisible()
  await expect.poll(() => screen.queryByText('1949年10月1日')).toBeNull()
  expect(await screen.findAllByText('没填')).toHaveLength(7)
  expect(server.calls.filter(({ path }) => path === '/api/my/facts').map(({ actingFor }) => actingFor)).toEqual([
    undefined,
    mother.id,
  ])
})

test('without an answer the page says so and can be tried again', async () => {
  Reflect.set(server, 'url', 'http://127.0.0.1:1')
  open()
  expect(await screen.findByText('连不上网络，刚才没有办成。')).toBeVisible()
  expect(screen.getByRole('button', { name: '再试一次' })).toBeVisible()
})

test('a proxy without the power reads why, and can stop', async () => {
  people.right = 'without_power'
  useSession.getState().actFor({ id: mother.id, name: '阿妈' })
  open()
  expect(await screen.findByText('授权里没有这一项。')).toBeVisible()
  await press('不替阿妈办了')
  expect(useSession.getState().actingFor).toBeNull()
})
