import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  type ChildcareState,
  childOf,
  grandmother,
  serveChildcare,
} from '../../../../test/components/childcare-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import ChildPage from './index'

let server: ResidentServer
let childcare: ChildcareState

beforeEach(async () => {
  server = await startResidentServer()
  childcare = serveChildcare(server)
  signIn()
})
afterEach(() => server.close())

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const write = async (field: string, words: string) =>
  userEvent.type(await screen.findByRole('textbox', { name: field }), words)
const spin = async (field: RegExp, words: string) => userEvent.type(await screen.findByLabelText(field), words)

const writeChild = async () => {
  await write('小名 必填', '小石头')
  await spin(/哪一年出生/, '2025')
  await spin(/几月/, '10')
}

test('a child is a nickname and a month of birth, and nothing is kept without a consent that nobody ticked before', async () => {
  renderResident(<ChildPage />, server)
  await writeChild()
  await press('下一步')
  expect(await screen.findByText('2025年10月')).toBeVisible()
  expect(screen.getByText('只有您')).toBeVisible()
  const consent = screen.getByRole('checkbox', { name: '我是监护人，我同意' })
  expect(consent).not.toBeChecked()
  await press('同意，存好')
  expect(screen.getByText('同意了才能存。不同意，返回就行，什么都没有存。')).toBeVisible()
  expect(server.writes).toEqual([])
  await userEvent.click(consent)
  await press('同意，存好')
  expect(await screen.findByText('存好了。')).toBeVisible()
  expect(server.writes[0]?.body).toEqual({
    nickname: '小石头',
    bornIn: '2025-10',
    allergies: '',
    pickUps: [],
    consents: true,
  })
})

test('a grandmother is put on the list of those who may fetch, with a number that can be one', async () => {
  renderResident(<ChildPage />, server)
  await writeChild()
  await press('加一个人')
  const sheet = within(screen.getByRole('dialog', { name: '能来接的人' }))
  await userEvent.type(sheet.getByRole('textbox', { name: '怎么称呼 必填' }), '外婆（示范）')
  await userEvent.click(sheet.getByRole('radio', { name: '爷爷奶奶、外公外婆' }))
  await userEvent.type(sheet.getByRole('textbox', { name: '电话' }), '12')
  await press('就写这个人')
  expect(sheet.getByText('号码不对，请再看一遍')).toBeVisible()
  await userEvent.clear(sheet.getByRole('textbox', { name: '电话' }))
  await userEvent.type(sheet.getByRole('textbox', { name: '电话' }), '0891-0000-151')
  await press('就写这个人')
  expect(screen.getByText('外婆（示范）')).toBeVisible()
  await press('下一步')
  await userEvent.click(await screen.findByRole('checkbox'))
  await press('同意，存好')
  expect(await screen.findByText('存好了。')).toBeVisible()
  expect(server.writes[0]?.body.pickUps).toEqual([
    { name: '外婆（示范）', relation: 'grandparent', phone: '08910000151' },
  ])
})

test('what cannot be a month of birth is said at the field, and nothing is sent', async () => {
  renderResident(<ChildPage />, server)
  await write('小名 必填', '小石头')
  await press('下一步')
  expect(screen.getByText('请把年和月都填上')).toBeVisible()
  await spin(/哪一年出生/, '2099')
  await spin(/几月/, '1')
  expect(screen.getByText('这个月还没到，请再看一遍')).toBeVisible()
  expect(server.writes).toEqual([])
})

test('what was typed is still there after the page was closed', async () => {
  const first = renderResident(<ChildPage />, server)
  await write('小名 必填', '小石头')
  first.unmount()
  renderResident(<ChildPage />, server)
  expect(await screen.findByText('上次没填完的还在。')).toBeVisible()
  expect(screen.getByRole('textbox', { name: '小名 必填' })).toHaveValue('小石头')
  await press('重新填')
  expect(screen.getByRole('textbox', { name: '小名 必填' })).toHaveValue('')
})

test('the family reads who of the staff saw the record, and removing it says what goes', async () => {
  const child = childOf(1, { pickUps: [grandmother], allergies: '花生' })
  childcare.children = [child]
  childcare.reads = [{ at: '2026-11-28T01:00:00.000Z', by: '托育老师（示范）', reason: 'day_roster', on: '2026-11-28' }]
  renderResident(<ChildPage />, server, `?id=${child.id}`)
  expect(await screen.findByText('托育老师（示范），看11月28日 星期六的托育名册')).toBeVisible()
  expect(screen.getByText('外婆（示范）')).toBeVisible()
  await press('删掉这个孩子的资料')
  const dialog = within(screen.getByRole('dialog', { name: '删掉小石头的资料？' }))
  expect(dialog.getByText(/马上都删掉/)).toBeVisible()
  childcare.refusal = failure(409, 'child_has_bookings', '这个孩子还有没结束的预约。')
  await userEvent.click(dialog.getByRole('button', { name: '删掉这个孩子的资料' }))
  expect(await dialog.findByText('这个孩子还有没结束的预约。')).toBeVisible()
  expect(dialog.getByRole('button', { name: '看没结束的预约' })).toBeVisible()
  childcare.refusal = undefined
  await userEvent.click(dialog.getByRole('button', { name: '删掉这个孩子的资料' }))
  await waitFor(() => expect(screen.getByText('删掉了。')).toBeVisible())
  expect(visited.at(-1)).toContain('reLaunch')
})
