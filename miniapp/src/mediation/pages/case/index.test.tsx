import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  agreementOf,
  caseId,
  caseOf,
  type MediationState,
  mediatorOf,
  serveMediation,
} from '../../../../test/components/mediation-answers'
import { mother } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import CasePage from './index'

let server: ResidentServer
let state: MediationState

beforeEach(async () => {
  server = await startResidentServer()
  state = serveMediation(server)
  signIn()
})
afterEach(() => server.close())

const open = () => renderResident(<CasePage />, server, `?communityId=raosai&id=${caseId}`)
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const inDialog = async () => within(await screen.findByRole('dialog'))

test('a request says that the committee looks at it, and who has read it so far', async () => {
  open()
  expect(await screen.findByText('调委会在看，看完去请对方。')).toBeVisible()
  expect(await screen.findByText('调委会（示范），调委会')).toBeVisible()
  expect(globalThis.document.title).not.toContain('调解')
})

test('the applicant reads until when the other side answers, and nothing else of it', async () => {
  state.found = caseOf({ state: 'inviting', answerUntil: '2026-12-12T02:00:00.000Z', stage: 'waiting_for_other_side' })
  open()
  expect(await screen.findByText('12月12日 星期六前等对方答复。来不来由对方定。')).toBeVisible()
  expect(screen.queryByRole('button', { name: '不来' })).toBeNull()
})

test('a second round begins with what was ticked before', async () => {
  const [first, second] = state.mediators
  state.found = caseOf({ state: 'choosing', stage: 'tick_again', round: 2, yourTicks: [first?.id ?? ''] })
  open()
  expect(await screen.findByRole('checkbox', { name: /调解员1/ })).toBeChecked()
  await userEvent.click(screen.getByRole('checkbox', { name: /调解员2/ }))
  await press('就点这几位')
  await expect.poll(() => server.writes[0]?.body).toEqual({ trustedMediatorIds: [first?.id, second?.id] })
})

const carried = { fromWorkItemId: '0190b1c4-9999-7aaa-8bbb-000000000055', respondentName: null, disclosure: null }

test('what staff brought over is agreed to on the page of the request', async () => {
  state.found = caseOf({ ...carried, statement: '只说夜里的声音' })
  open()
  expect((await screen.findAllByText('只说夜里的声音'))[0]).toBeVisible()
  await press('同意，接着说完')
  expect(visited.at(-1)).toBe(`navigateTo /mediation/pages/request/index?fromWorkItemId=${carried.fromWorkItemId}`)
})

test('whoever does not agree ends it, and is told that the other side knows nothing', async () => {
  state.found = caseOf({ ...carried })
  open()
  await press('不同意，不说了')
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/还没有请过对方，对方不知道/)).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: '不同意，不说了' }))
  await expect.poll(() => server.writes[0]?.body).toEqual({ move: 'withdraw', version: 3 })
  expect(screen.queryByRole('button', { name: '我不来了' })).toBeNull()
})

test('in a further round the committee can be left to recommend somebody', async () => {
  state.found = caseOf({ state: 'choosing', stage: 'tick_again', round: 2 })
  open()
  await press('都不点，请调委会推荐')
  await expect.poll(() => server.writes[0]?.body).toEqual({ trustedMediatorIds: [] })
})

test('the proposal of the committee is answered with yes or no', async () => {
  state.found = caseOf({ state: 'choosing', stage: 'answer_proposal', proposal: mediatorOf(3) })
  open()
  expect(await screen.findByText('两边都说行才算。您怎么答，对方看不到。')).toBeVisible()
  await press('不行，换一位')
  await expect.poll(() => server.writes[0]?.body).toEqual({ accept: false })
})

test('what everybody reads and what the mediator alone reads stand apart, and so do their ways to write', async () => {
  state.found = caseOf({ state: 'in_session', stage: null, mediator: mediatorOf(1) })
  open()
  const alone = within(await screen.findByRole('group', { name: '单独跟调解员说，只有调解员看得到' }))
  await userEvent.type(alone.getByRole('textbox', { name: /写给调解员一个人/ }), '我有点怕他')
  await userEvent.click(alone.getByRole('button', { name: '只说给调解员' }))
  await expect.poll(() => server.writes[0]?.path).toMatch(/threads\/private\/messages$/)
  const all = within(screen.getByRole('group', { name: '大家一起说，对方和调解员都看得到' }))
  await userEvent.type(all.getByRole('textbox', { name: /写给大家/ }), '修好就行')
  await userEvent.click(all.getByRole('button', { name: '说给大家' }))
  await expect.poll(() => server.writes[1]?.path).toMatch(/threads\/joint\/messages$/)
})

test('an agreement is confirmed in its version, after saying what that means', async () => {
  state.found = caseOf({ state: 'in_session', stage: null, agreement: agreementOf({ version: 2 }) })
  open()
  expect(await screen.findByText('您还没有确认')).toBeVisible()
  await press('我确认这份协议')
  const dialog = await inDialog()
  expect(dialog.getByText(/要本人确认，别人不能代/)).toBeVisible()
  expect(server.writes).toEqual([])
  await userEvent.click(dialog.getByRole('button', { name: '我确认这份协议' }))
  await expect.poll(() => server.writes[0]?.body).toEqual({ version: 2 })
})

test('a changed agreement is said in the dialog and not confirmed', async () => {
  state.found = caseOf({ state: 'in_session', stage: null, agreement: agreementOf() })
  state.refusal = failure(409, 'agreement_changed', '协议刚改过，请看新的内容再确认。')
  open()
  await press('我确认这份协议')
  const dialog = await inDialog()
  await userEvent.click(dialog.getByRole('button', { name: '我确认这份协议' }))
  expect(await dialog.findByText('协议刚改过，请看新的内容再确认。')).toBeVisible()
})

test('an agreement in effect says until when the court can be asked', async () => {
  const fields = { effectiveOn: '2026-11-28', confirmableUntil: '2026-12-28' }
  const both = { isConfirmedByApplicant: true, isConfirmedByRespondent: true }
  state.found = caseOf({ state: 'agreed', stage: null, agreement: agreementOf({ ...fields, ...both }), moves: [] })
  open()
  expect(await screen.findByText(/12月28日 星期一前，两边可以一起请法院确认/)).toBeVisible()
  expect(screen.queryByRole('button', { name: '我不来了' })).toBeNull()
})

test('whoever leaves is told what follows, and is asked for no reason', async () => {
  open()
  await press('我不来了')
  const dialog = await inDialog()
  expect(dialog.getByText(/不问原因/)).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: '我不来了' }))
  await expect.poll(() => server.writes[0]?.body).toEqual({ move: 'withdraw', version: 3 })
})

test('while acting for somebody the own case is not shown, and the server is not asked', async () => {
  act(() => useSession.getState().actFor({ id: mother.id, name: '阿妈' }))
  open()
  expect(await screen.findByText('这件事要本人来')).toBeVisible()
  expect(server.calls.some(({ path }) => path.includes('mediation'))).toBe(false)
})
