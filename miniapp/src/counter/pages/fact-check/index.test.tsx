import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { factOf, gridWorker, resident } from '../../../../test/components/counter-examples'
import { type CounterServer, failure, startCounterServer } from '../../../../test/components/counter-server'
import { renderCounter } from '../../../../test/components/render-counter'
import { useSession } from '../../../platform/session'
import FactCheckPage from './index'

let server: CounterServer

beforeEach(async () => {
  server = await startCounterServer()
  server.facts = [factOf()]
})
afterEach(() => server.close())

const openFirst = async () => {
  renderCounter(<FactCheckPage />, server, gridWorker)
  // The counter page below may be open: this one works in the worker's own name all the same.
  useSession.getState().actFor(resident)
  const list = within(await screen.findByRole('list', { name: /等着核实的资料/ }))
  const [card] = list.getAllByRole('listitem')
  expect(card).toHaveTextContent('出生日期居*甲住东孜苏3巷7号11月22日 星期日填的')
  expect(card).not.toHaveTextContent('1949')
  await userEvent.click(list.getByRole('button', { name: '核实居*甲的出生日期' }))
  return within(await screen.findByRole('dialog', { name: '核实出生日期' }))
}
const decisions = () => server.writesTo('/facts').map(({ body, actingFor }) => ({ ...body, actingFor }))

test('a claim is confirmed only after saying which of its own evidence was seen', async () => {
  const sheet = await openFirst()
  expect(sheet.getByText('1949年10月1日')).toBeVisible()
  expect(within(sheet.getByRole('radiogroup', { name: /看了什么材料/ })).getAllByRole('radio')).toHaveLength(2)
  await userEvent.click(sheet.getByRole('button', { name: '核实' }))
  expect(sheet.getByText('请选看了什么材料。')).toBeVisible()
  expect(decisions()).toEqual([])
  await userEvent.click(sheet.getByRole('radio', { name: '户口本' }))
  await userEvent.click(sheet.getByRole('button', { name: '核实' }))
  expect(await screen.findByText('核实好了。')).toBeVisible()
  expect(decisions()).toEqual([
    { decision: 'verify', factId: factOf().id, evidence: 'household_register', actingFor: undefined },
  ])
  expect(await screen.findByText('现在没有要核实的资料')).toBeVisible()
})

test('a refusal names its reason, which the person reads', async () => {
  const sheet = await openFirst()
  await userEvent.click(sheet.getByRole('radio', { name: '不能核实' }))
  await userEvent.click(sheet.getByRole('button', { name: '退回去，说明原因' }))
  expect(sheet.getByText('请选一个原因。')).toBeVisible()
  await userEvent.click(sheet.getByRole('radio', { name: '和材料对不上' }))
  await userEvent.click(sheet.getByRole('button', { name: '退回去，说明原因' }))
  await waitFor(() =>
    expect(decisions()).toEqual([
      { decision: 'refuse', factId: factOf().id, refusal: 'does_not_match', actingFor: undefined },
    ]),
  )
})

test('when a colleague was faster it is said, and the answer stays to be read', async () => {
  const sheet = await openFirst()
  server.answerFirst = ({ method, path }) => {
    if (method === 'GET' || !path.endsWith('/facts')) return undefined
    server.facts = []
    return failure(409, 'fact_not_open', '这一项已经核实、退回或者撤回了，请刷新看看。')
  }
  await userEvent.click(sheet.getByRole('radio', { name: '身份证' }))
  await userEvent.click(sheet.getByRole('button', { name: '核实' }))
  expect(await sheet.findByText(/已经核实、退回或者撤回了/)).toBeVisible()
})
