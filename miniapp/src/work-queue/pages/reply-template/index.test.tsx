import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { gridWorker, rosterOf, templateId, templateOf } from '../../../../test/components/oversight-examples'
import { type OversightServer, startOversightServer } from '../../../../test/components/oversight-server'
import { renderDesk } from '../../../../test/components/render-desk'
import ReplyTemplatePage from './index'

let server: OversightServer

beforeEach(async () => {
  server = await startOversightServer()
})
afterEach(() => server.close())

const open = async (id?: string) => {
  renderDesk(<ReplyTemplatePage />, server, `?communityId=raosai${id ? `&id=${id}` : ''}`, gridWorker)
  await screen.findByRole('textbox', { name: /模板名字/ })
}
const box = (name: RegExp) => screen.getByRole('textbox', { name })
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))
// Braces are commands to userEvent.
const write = (name: RegExp, value: string) => fireEvent.change(box(name), { target: { value } })
const saves = () => server.calls.filter(({ method }) => method === 'PUT').map(({ body }) => body)

test('a field that nothing fills is named at the text, and the template is not saved', async () => {
  await open()
  write(/模板名字/, '示范模板')
  write(/^中文/, '您说的{tittle}开始办了。')
  const error = screen.getByText('「{tittle}」不是能自己换的词，请删掉，再从下面的按钮里选。')
  expect(error).toBeVisible()
  expect(box(/^中文/)).toHaveAccessibleDescription(/tittle/)
  await press('保存模板')
  expect(saves()).toEqual([])
})

test('a tapped word goes into the text and is filled in the preview', async () => {
  await open()
  write(/模板名字/, '示范模板')
  write(/^中文/, '编号')
  await press('中文里插进「编号」')
  expect(box(/^中文/)).toHaveValue('编号{receiptNumber}')
  expect(screen.getByText('编号RS-20261123-0001')).toBeVisible()
  await userEvent.click(screen.getByRole('checkbox', { name: '灯不亮' }))
  await press('保存模板')
  await waitFor(() => expect(saves()).toHaveLength(1))
  expect(saves()[0]).toMatchObject({ zh: '编号{receiptNumber}', bo: null, serviceCodes: ['street_light'], version: 0 })
})

test('saving an old version keeps what was written and shows what somebody else saved', async () => {
  await open(templateId)
  write(/^中文/, '我写的话。')
  server.templates = [templateOf({ zh: '别人写的话。', version: 2 })]
  await press('保存模板')
  const notice = within(await screen.findByRole('alert'))
  expect(await notice.findByText('中文：别人写的话。')).toBeVisible()
  expect(box(/^中文/)).toHaveValue('我写的话。')
  await press('还是存我写的')
  await waitFor(() => expect(server.templates[0]).toMatchObject({ zh: '我写的话。', version: 3 }))
})

test('a template is taken out of use and its earlier words stay', async () => {
  await open(templateId)
  await press('停用这个模板')
  expect(screen.getByText('已停用，办事时不出现。')).toBeVisible()
  await press('保存模板')
  await waitFor(() => expect(server.templates[0]).toMatchObject({ isRetired: true, zh: '「{title}」已经开始办。' }))
})

test('who leads no queue of the community reads the template and cannot write it', async () => {
  server.roster = rosterOf({ canEdit: false })
  renderDesk(<ReplyTemplatePage />, server, `?communityId=raosai&id=${templateId}`, gridWorker)
  expect(await screen.findByText('回复模板由负责人修改，您可以查看。')).toBeVisible()
  expect(screen.getByText('「路灯不亮」已经开始办。')).toBeVisible()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.queryByRole('button', { name: '保存模板' })).toBeNull()
})
