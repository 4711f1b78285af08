import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { timelineEvent } from '../../../../test/components/desk-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer, workItemId } from '../../../../test/components/resident-server'
import AskedPage from './index'

let server: ResidentServer

beforeEach(async () => {
  server = await startResidentServer()
  signIn()
})
afterEach(() => server.close())

const open = () => renderResident(<AskedPage />, server, `?communityId=raosai&workItemId=${workItemId}`)
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const dialog = (name: string) => within(screen.getByRole('dialog', { name }))

test('how far it is, who has it, and what was answered', async () => {
  server.timeline = [timelineEvent('replied', { actor: '社区工作人员（示范）', message: '核对过身份证就能改。' })]
  open()
  expect(await screen.findByText('RS-20261123-0001')).toBeVisible()
  expect(screen.getByText('核对过身份证就能改。')).toBeVisible()
  expect(screen.getByText(/收到了，等人接单/)).toBeVisible()
})

test('a question of the staff is answered here', async () => {
  server.state = 'accepted'
  server.pause = 'waiting_for_resident'
  open()
  await press('回答')
  await userEvent.click(dialog('您的回答').getByRole('button', { name: '回答' }))
  expect(dialog('您的回答').getByText('请写几句')).toBeVisible()
  expect(server.writes).toEqual([])
  await userEvent.type(dialog('您的回答').getByRole('textbox'), '明天去柜台')
  await userEvent.click(dialog('您的回答').getByRole('button', { name: '回答' }))
  expect(await screen.findByText('收到您的回答了，接着办。')).toBeVisible()
  expect(server.writes[0]?.body).toEqual({ move: 'answer', version: 1, note: '明天去柜台', fileIds: [] })
})

test('words can be added, and it can be taken back', async () => {
  open()
  await press('补充说明')
  await userEvent.type(dialog('还想补充什么？').getByRole('textbox'), '户口本上也是这样')
  await userEvent.click(dialog('还想补充什么？').getByRole('button', { name: '补充说明' }))
  await expect.poll(() => server.writes[0]?.path).toMatch(/\/replies$/)
  await press('撤回')
  await userEvent.click(dialog('撤回这一件？').getByRole('button', { name: '撤回' }))
  expect(await screen.findByText('撤回了。')).toBeVisible()
  expect(server.writes.at(-1)?.body).toEqual({ move: 'withdraw', version: 1 })
})
