import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { gridWorker, rosterOf, templateOf } from '../../../../test/components/oversight-examples'
import { type OversightServer, startOversightServer } from '../../../../test/components/oversight-server'
import { renderDesk } from '../../../../test/components/render-desk'
import { visited } from '../../../../test/components/taro-api'
import ReplyTemplatesPage from './index'

let server: OversightServer
const retiredId = '0190b1c4-6666-7aaa-8bbb-000000000009'

beforeEach(async () => {
  server = await startOversightServer()
  server.templates = [templateOf(), templateOf({ id: retiredId, name: '旧的话', isRetired: true, version: 4 })]
})
afterEach(() => server.close())

const open = () => renderDesk(<ReplyTemplatesPage />, server, '?communityId=raosai', gridWorker)

test('a template says where it is offered and who saved it; those out of use stand apart', async () => {
  open()
  expect(await screen.findByText('用在：灯不亮、处理中')).toBeVisible()
  expect(screen.getByText(/第1版，网格员（示范一）在.*保存/)).toBeVisible()
  expect(screen.queryByText('旧的话')).toBeNull()
  await userEvent.click(screen.getByRole('tab', { name: /停用的/ }))
  expect(screen.getByText('旧的话')).toBeVisible()
})

test('whoever leads a queue opens a template to write it', async () => {
  open()
  await userEvent.click(await screen.findByRole('button', { name: '改「开始办了」' }))
  expect(visited.at(-1)).toMatch(/reply-template\/index\?communityId=raosai&id=/)
  await userEvent.click(screen.getByRole('button', { name: '写一个新模板' }))
  expect(visited.at(-1)).toMatch(/reply-template\/index\?communityId=raosai$/)
})

test('who leads none reads them only', async () => {
  server.roster = rosterOf({ canEdit: false })
  open()
  expect(await screen.findByRole('button', { name: '看「开始办了」' })).toBeVisible()
  expect(screen.queryByRole('button', { name: '写一个新模板' })).toBeNull()
})
