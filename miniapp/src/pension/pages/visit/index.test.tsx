import { addDays } from '@little-bench/shared/kernel/time'
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { communityStaff } from '../../../../test/components/counter-examples'
import {
  cardOf,
  type PensionState,
  proofOf,
  servePension,
  today,
  VISIT_CODE,
} from '../../../../test/components/pension-answers'
import { mother } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { useSession } from '../../../platform/session'
import VisitPage from './index'

let server: ResidentServer
let pension: PensionState

beforeEach(async () => {
  server = await startResidentServer()
  pension = servePension(server)
  pension.proof = proofOf({ way: 'visit', visit: cardOf() })
  signIn()
})
afterEach(() => server.close())

const open = () => renderResident(<VisitPage />, server)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const type = async (code: string) => {
  const keypad = within(await screen.findByRole('group', { name: '他说的码' }))
  for (const digit of code) await userEvent.click(keypad.getByRole('button', { name: digit }))
}

test('the card says who comes and when, and what they must say', async () => {
  open()
  expect(await screen.findByText('482 913')).toBeVisible()
  expect(screen.getByText('上午9:30到上午10:30之间来')).toBeVisible()
  expect(screen.getByText('上门人员（示范）')).toBeVisible()
  expect(screen.getByText('一样，再开门。不一样，不要开门。')).toBeVisible()
})

test('when whoever was to come works there no more, nobody is opened to', async () => {
  pension.proof = proofOf({ visit: cardOf({ visitor: null }) })
  open()
  expect(await screen.findByText(/原来的人不来了/)).toBeVisible()
})

test('the right code opens the door', async () => {
  open()
  await press('核对他说的码')
  await type(VISIT_CODE)
  expect(await screen.findByText('对，是他')).toBeVisible()
  expect(server.writes.at(-1)?.body).toEqual({ code: VISIT_CODE })
})

test('three wrong codes lock the card: nobody is to open, and one tap rings', async () => {
  open()
  await press('核对他说的码')
  for (const left of [2, 1]) {
    await type('111111')
    expect(await screen.findByText(`码不对。请他再说一遍，还能核对${left}次。`)).toBeVisible()
    await press('再核对一次')
  }
  await type('222222')
  await waitFor(() => expect(screen.getAllByText(/码错了三次，这张卡停了/)[0]).toBeVisible())
  await expect.poll(() => screen.queryByText('482 913')).toBeNull()
  expect(screen.getByText('不要开门')).toBeVisible()
  expect(screen.getAllByText('0891-0000-101')[0]).toBeVisible()
  expect(screen.queryByRole('button', { name: '核对他说的码' })).toBeNull()
})

test('on another day nobody is sent, whatever they say', async () => {
  pension.proof = proofOf({ visit: cardOf({ on: addDays(today(), 1) }) })
  open()
  await press('核对他说的码')
  await type('111111')
  expect(await screen.findByText('今天不是上门的日子。不要开门，打社区电话问。')).toBeVisible()
})

test('days that do not suit go back to whoever plans', async () => {
  open()
  await press('改日子')
  const sheet = within(screen.getByRole('dialog', { name: '改日子' }))
  const [first] = sheet.getAllByRole('checkbox')
  if (!first) throw new Error('no day can be chosen')
  await userEvent.click(first)
  await press('请社区重新排')
  expect(await screen.findByText('记下了，重新排好就告诉您。')).toBeVisible()
  expect(server.writes[0]?.body).toEqual({ notOn: [today()] })
  expect(await screen.findByText('记下了。社区排好日子就告诉您，您不用再做什么。')).toBeVisible()
})

test('a visit is given up after one question, and a refusal leaves everything as it was', async () => {
  open()
  await press('不要上门了')
  expect(server.writes).toEqual([])
  pension.refusal = failure(409, 'visit_changed', '这次上门刚才有变化，请看最新的情况再决定。')
  const dialog = within(screen.getByRole('dialog', { name: '不要上门了？' }))
  await userEvent.click(dialog.getByRole('button', { name: '不要上门了' }))
  expect(await dialog.findByText('这次上门刚才有变化，请看最新的情况再决定。')).toBeVisible()
  pension.refusal = undefined
  await userEvent.click(dialog.getByRole('button', { name: '不要上门了' }))
  expect(await screen.findByText('现在没有约上门')).toBeVisible()
})

test('the counter prints the card for whoever has no phone; nobody else sees the paper', async () => {
  const { unmount } = open()
  await screen.findByText('482 913')
  expect(screen.queryByRole('group', { name: '要交给居民的纸' })).toBeNull()
  unmount()
  useSession.getState().begin('token', communityStaff)
  act(() => useSession.getState().actFor({ id: mother.id, name: '居*甲' }))
  const photoUrl = 'data:image/png;base64,AA=='
  pension.proof = proofOf({ visit: cardOf({ visitor: { name: '上门人员（示范）', role: '上门服务人员', photoUrl } }) })
  open()
  const paper = await screen.findByRole('group', { name: '要交给居民的纸' })
  expect(paper).toHaveTextContent('482 913')
  expect(within(paper).getByRole('img', { name: '上门人员（示范）的照片' })).toBeVisible()
  expect(paper).toHaveTextContent('来的人：上门人员（示范），上门服务人员')
})
