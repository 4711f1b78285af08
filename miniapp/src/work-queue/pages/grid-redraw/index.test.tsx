import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { communityWorker, gridWorker, planOf } from '../../../../test/components/oversight-examples'
import { type OversightServer, startOversightServer } from '../../../../test/components/oversight-server'
import { renderDesk, setWindowWidth } from '../../../../test/components/render-desk'
import GridRedrawPage from './index'

let server: OversightServer

beforeEach(async () => {
  setWindowWidth(375)
  server = await startOversightServer()
})
afterEach(() => server.close())

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const applied = () => server.calls.filter(({ path }) => path.endsWith('/apply'))
const preview = async () => {
  renderDesk(<GridRedrawPage />, server, '?communityId=raosai', communityWorker)
  await press('预览「四格改二十二格」')
  await screen.findByRole('heading', { level: 1, name: '预览：四格改二十二格' })
}

test('a preview says which items move, where and why, and who serves the new cells', async () => {
  await preview()
  expect(screen.getByText('在办的5件里，2件换网格，3件不动。')).toBeVisible()
  const [first] = within(screen.getByRole('list', { name: '第七网格（2件）' })).getAllByRole('listitem')
  expect(first).toHaveTextContent('第1件事第一网格换到第七网格院落在新网格里')
  expect(screen.getByRole('list', { name: '不动的（1件）' })).toHaveTextContent('没写地点，留给社区分')
  expect(screen.getByText('有1个新网格还没有人。启用以后，那里的事等着派。')).toBeVisible()
  expect(applied()).toEqual([])
})

test('a map is put to use only after a second question that names the number, and as it was previewed', async () => {
  await preview()
  await press('启用这张图')
  expect(applied()).toEqual([])
  const dialog = within(screen.getByRole('dialog', { name: '真的启用「四格改二十二格」吗？' }))
  await userEvent.click(dialog.getByRole('button', { name: '启用，移动2件' }))
  expect(await screen.findByText('启用好了，移动了2件。一件都没有少。')).toBeVisible()
  expect(applied().map(({ body }) => body)).toEqual([{ planHash: 'plan-hash-1' }])
  expect(applied()[0]?.key).toBeDefined()
  expect(screen.queryByRole('button', { name: '启用这张图' })).toBeNull()
})

test('a plan that has changed is previewed again and asks again', async () => {
  await preview()
  server.plan = planOf('plan-hash-2')
  await press('启用这张图')
  await press('启用，移动2件')
  expect(await screen.findByText('刚才有变化，已经重新预览。请再看一遍，再启用。')).toBeVisible()
  expect(screen.queryByRole('dialog')).toBeNull()
  await press('启用这张图')
  await press('启用，移动2件')
  await waitFor(() => expect(applied()).toHaveLength(2))
  expect(applied().map(({ body }) => body.planHash)).toEqual(['plan-hash-1', 'plan-hash-2'])
})

test('who may not re-draw is told so, and nothing is asked of the server', async () => {
  renderDesk(<GridRedrawPage />, server, '?communityId=raosai', gridWorker)
  expect(await screen.findByText('网格图由社区工作人员启用')).toBeVisible()
  expect(server.calls.filter(({ path }) => path.includes('/grid-redraws'))).toEqual([])
})
