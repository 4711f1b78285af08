import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type PensionState, servePension } from '../../../../test/components/pension-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import WayPage from './index'

let server: ResidentServer
let pension: PensionState

beforeEach(async () => {
  server = await startResidentServer()
  pension = servePension(server)
  signIn()
})
afterEach(() => server.close())

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

test('three questions, one on each screen, and the answer leads on', async () => {
  renderResident(<WayPage />, server)
  await press('不会用')
  expect(screen.queryByText('您自己会用手机吗？')).toBeNull()
  await press('没有人帮')
  await press('要上门')
  expect(await screen.findByText('请社区派人上门，不用出门。')).toBeVisible()
  expect(server.writes.map(({ body }) => body)).toEqual([{ canUseApp: false, hasHelper: false, needsVisit: true }])
  await press('约上门')
  expect(visited.at(-1)).toBe('redirectTo /pension/pages/ask/index')
})

test('a wrong tap is changed by going back', async () => {
  renderResident(<WayPage />, server)
  await press('不会用')
  await press('上一个问题')
  await press('会用')
  await press('有人帮')
  await press('不用上门')
  expect(await screen.findByText('自己在手机上办。跟着步骤，一步一步来。')).toBeVisible()
})

test('a refusal keeps the answers, and they are sent again', async () => {
  pension.refusal = failure(503, 'unavailable', '')
  renderResident(<WayPage />, server)
  await press('会用')
  await press('没有人帮')
  await press('不用上门')
  await screen.findByText('服务出了点问题，不是您的错。')
  pension.refusal = undefined
  await press('再试一次')
  expect(await screen.findByText('这样办最省事')).toBeVisible()
})
