import { codeOf } from '@little-bench/shared/people/codes'
import { Household } from '@little-bench/shared/people/profile.contract'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { resident } from '../../../../test/components/counter-examples'
import { type CounterServer, failure, startCounterServer } from '../../../../test/components/counter-server'
import { openSession, renderCounter } from '../../../../test/components/render-counter'
import HouseholdPage from './index'

const household = Household.parse({
  id: '0190b1c4-9999-7aaa-8bbb-000000000001',
  communityId: 'raosai',
  placeId: 'yard-7',
  placeName: '东孜苏3巷7号',
  members: [{ personId: resident.id, name: resident.name, isYou: true, joinedAt: '2026-11-22T02:00:00.000Z' }],
})
const code = { code: codeOf('household', '1234567890'), expiresAt: '2026-12-05T08:00:00.000Z' }

let server: CounterServer

beforeEach(async () => {
  server = await startCounterServer()
  openSession(server)
  server.answerFirst = ({ method, path }) => {
    if (path.endsWith('/household/codes')) return [201, { household, code }]
    if (method === 'POST' && path.endsWith('/household/members')) {
      server.household = household
      return [200, household]
    }
    return undefined
  }
})
afterEach(() => server.close())

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

test('a member more: the code is made for the resident, and stands large on a paper', async () => {
  server.household = household
  renderCounter(<HouseholdPage />, server)
  expect(await screen.findByText('居*甲 · 本人')).toBeVisible()
  await press('给家里人开一张码')
  const paper = within(await screen.findByRole('group', { name: '要交给居民的纸' }))
  expect(paper.getByText(/^2123 4567 890\d$/)).toBeVisible()
  expect(paper.getByText('12月5日 星期六前有效。')).toBeVisible()
  expect(server.writesTo('/codes').map(({ body, actingFor }) => [body, actingFor])).toEqual([[{}, resident.id]])
})

test('a household begins at the courtyard where the resident lives', async () => {
  renderCounter(<HouseholdPage />, server)
  await screen.findByRole('radio', { name: '东孜苏3巷7号' })
  await press('给家里人开一张码')
  expect(screen.getByText('请选住的院落。')).toBeVisible()
  await userEvent.click(screen.getByRole('radio', { name: '东孜苏3巷7号' }))
  await press('给家里人开一张码')
  await screen.findByRole('group', { name: '要交给居民的纸' })
  expect(server.writesTo('/codes')[0]?.body).toEqual({ communityId: 'raosai', placeId: 'yard-7' })
})

test('a mistyped code is noticed here and costs no try; the right one joins', async () => {
  renderCounter(<HouseholdPage />, server)
  const field = await screen.findByRole('textbox', { name: '家里人给的码' })
  await userEvent.type(field, '2123 4567 8900')
  await press('加入')
  expect(screen.getByText('请写码上的12个数字。')).toBeVisible()
  expect(server.writesTo('/members')).toEqual([])
  await userEvent.clear(field)
  await userEvent.type(field, code.code)
  await press('加入')
  expect(await screen.findByText('加入好了。')).toBeVisible()
  expect(server.writesTo('/members').map(({ body, actingFor }) => [body, actingFor])).toEqual([
    [{ code: code.code }, resident.id],
  ])
})

test('a code that was used already says so in the server’s words, and what was typed stays', async () => {
  server.answerFirst = ({ path }) =>
    path.endsWith('/members') ? failure(422, 'code_invalid', '这个码不能用：可能抄错了，用过了。') : undefined
  renderCounter(<HouseholdPage />, server)
  const field = await screen.findByRole('textbox', { name: '家里人给的码' })
  await userEvent.type(field, code.code)
  await press('加入')
  expect(await screen.findByText(/这个码不能用/)).toBeVisible()
  expect(field).toHaveValue(code.code)
})
