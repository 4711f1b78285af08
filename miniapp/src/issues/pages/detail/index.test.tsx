import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { issueId, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import IssuePage from './index'

let server: ResidentServer
afterEach(() => server.close())

const open = async (state: ResidentServer['state']) => {
  server = await startResidentServer(state)
  renderResident(<IssuePage />, server, `?communityId=raosai&id=${issueId}`)
  await screen.findByText('路灯三天不亮了。')
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const sheet = () => within(screen.getByRole('dialog'))

test('a neighbour reads what happened, and neither the number nor a way to act', async () => {
  await open('resolved')
  expect(screen.getByText('这是别人公开说的事，只写经过，不写是谁。')).toBeVisible()
  expect(screen.getByText('工作人员说办好了')).toBeVisible()
  for (const hidden of ['编号', 'RS-20261123-0001', '谁能看到']) expect(screen.queryByText(hidden)).toBeNull()
  for (const button of ['请您评价', '撤回这件事', '要求重办']) {
    expect(screen.queryByRole('button', { name: button })).toBeNull()
  }
})

test('its reporter reads one word, one sentence with the next date, and why it is there', async () => {
  signIn()
  await open('accepted')
  expect(screen.getByText('处理中')).toBeVisible()
  expect(screen.getByText('绕赛社区第一网格已接单，正在办，预计11月30日 星期一前答复')).toBeVisible()
  expect(screen.getByText('由这个地点的网格员办。')).toBeVisible()
  expect(screen.getByText('RS-20261123-0001')).toBeVisible()
})

test('a resolved item asks its reporter for a rating first', async () => {
  signIn()
  await open('resolved')
  await press('请您评价')
  expect(visited.at(-1)).toContain('navigateTo /issues/pages/rate/index')
})

test('withdrawing says what it means, and keeps the words when somebody else was faster', async () => {
  signIn()
  await open('queued')
  await userEvent.click(await screen.findByRole('button', { name: '撤回这件事' }))
  expect(sheet().getByText(/撤回后就不办了/)).toBeVisible()
  await userEvent.type(sheet().getByRole('textbox'), '自己修好了')
  server.version = 7
  await userEvent.click(sheet().getByRole('button', { name: '撤回这件事' }))
  expect(await sheet().findByText('刚才有别人先动了这件事。')).toBeVisible()
  expect(sheet().getByRole('textbox')).toHaveValue('自己修好了')
  await userEvent.click(sheet().getByRole('button', { name: '撤回这件事' }))
  await screen.findByText('已撤回。想再办，重新说一次。')
  expect(server.writes.at(-1)?.body).toEqual({ move: 'withdraw', version: 7, note: '自己修好了' })
})
