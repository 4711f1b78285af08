import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { factOf, resident } from '../../../../test/components/counter-examples'
import { type CounterServer, startCounterServer } from '../../../../test/components/counter-server'
import { openSession, renderCounter } from '../../../../test/components/render-counter'
import ResidentFactsPage from './index'

let server: CounterServer

beforeEach(async () => {
  server = await startCounterServer()
  server.facts = [factOf()]
  openSession(server)
  renderCounter(<ResidentFactsPage />, server)
  await screen.findByRole('list', { name: '现在知道的' })
})
afterEach(() => server.close())

const openRecord = async () => {
  await userEvent.click(screen.getByRole('button', { name: '当面登记一项' }))
  return within(await screen.findByRole('dialog', { name: '当面登记一项' }))
}
const sent = () =>
  server.writesTo('/facts').map(({ path, body, actingFor }) => ({ path, decision: body.decision, actingFor }))

test('facts are read for the resident, and verified by staff as themselves', async () => {
  await userEvent.click(screen.getByRole('button', { name: '核实出生日期' }))
  const sheet = within(await screen.findByRole('dialog', { name: '核实出生日期' }))
  await userEvent.click(sheet.getByRole('radio', { name: '身份证' }))
  await userEvent.click(sheet.getByRole('button', { name: '核实' }))
  expect(await screen.findByText('核实过')).toBeVisible()
  const reads = server.calls.filter(({ path }) => path === '/api/my/facts')
  expect(new Set(reads.map(({ actingFor }) => actingFor))).toEqual(new Set([resident.id]))
  const path = `/api/communities/raosai/residents/${resident.id}/facts`
  expect(sent()).toEqual([{ path, decision: 'verify', actingFor: undefined }])
})

test('what is shown at the counter is written down only after its consent was read aloud', async () => {
  const sheet = await openRecord()
  await userEvent.click(sheet.getByRole('radio', { name: '残疾人证，敏感信息，单独问' }))
  expect(sheet.getByText(/同意社区加密记下「有证」/)).toBeVisible()
  await userEvent.click(
    within(sheet.getByRole('radiogroup', { name: /材料/ })).getByRole('radio', { name: '残疾人证' }),
  )
  await userEvent.click(sheet.getByRole('button', { name: '登记' }))
  expect(sheet.getByText('先念给对方听，本人同意了再登记。')).toBeVisible()
  expect(sent()).toEqual([])
  await userEvent.click(sheet.getByRole('checkbox', { name: '念过了，本人说同意' }))
  await userEvent.click(sheet.getByRole('button', { name: '登记' }))
  await waitFor(() => expect(server.writesTo('/facts')).toHaveLength(1))
  expect(server.writesTo('/facts')[0]?.body).toEqual({
    decision: 'record',
    content: { kind: 'disability', value: { hasCertificate: true } },
    evidence: 'disability_certificate',
    hasConsent: true,
  })
})

test('agreeing to one kind is not agreeing to the next', async () => {
  const sheet = await openRecord()
  await userEvent.click(sheet.getByRole('radio', { name: '说什么话' }))
  await userEvent.click(sheet.getByRole('checkbox', { name: '念过了，本人说同意' }))
  await userEvent.click(sheet.getByRole('button', { name: '换一项' }))
  await userEvent.click(sheet.getByRole('radio', { name: /^一个人住/ }))
  expect(sheet.getByRole('checkbox', { name: '念过了，本人说同意' })).not.toBeChecked()
})

test('without evidence it is kept as the resident’s own word, in their name', async () => {
  const sheet = await openRecord()
  await userEvent.click(sheet.getByRole('radio', { name: '住在哪里' }))
  await userEvent.click(await sheet.findByRole('radio', { name: '东孜苏3巷7号' }))
  await userEvent.click(sheet.getByRole('radio', { name: /^没带材料，先记下/ }))
  await userEvent.click(sheet.getByRole('checkbox', { name: '念过了，本人说同意' }))
  server.answerFirst = ({ method, path }) =>
    method === 'POST' && path === '/api/my/facts' ? [201, factOf()] : undefined
  await userEvent.click(sheet.getByRole('button', { name: '登记' }))
  expect(await screen.findByText('登记好了。')).toBeVisible()
  expect(server.writesTo('/api/my/facts')).toMatchObject([
    {
      actingFor: resident.id,
      body: {
        content: { kind: 'residence', value: { communityId: 'raosai', placeId: 'yard-7' } },
        hasConsent: true,
        isCorrection: false,
      },
    },
  ])
})

test('a fact is taken back only after asking, in the name of the resident', async () => {
  server.answerFirst = ({ path }) => (path.endsWith('/withdrawal') ? [200, { isWithdrawn: true }] : undefined)
  await userEvent.click(screen.getByRole('button', { name: '撤回出生日期' }))
  const dialog = within(await screen.findByRole('dialog', { name: '撤回出生日期？' }))
  expect(dialog.getByText(/撤了马上删掉/)).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: '撤回' }))
  await waitFor(() => expect(server.writesTo('/withdrawal')[0]?.actingFor).toBe(resident.id))
})
