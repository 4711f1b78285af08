import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  agreementOf,
  caseId,
  caseOf,
  committeeMember,
  type MediationState,
  mediatorOf,
  mediatorPerson,
  serveMediation,
} from '../../../../test/components/mediation-answers'
import { renderDesk } from '../../../../test/components/render-desk'
import { type ResidentServer, resident, startResidentServer } from '../../../../test/components/resident-server'
import type { MediationCase } from '../../case.api'
import WorkPage from './index'

let server: ResidentServer
let state: MediationState
const forCommittee = { yourSide: null, stage: null, yourTicks: null, reasons: [], followUps: [] }
const forMediator = { yourSide: null, stage: null, yourTicks: null, reasons: null, followUps: [] }

beforeEach(async () => {
  server = await startResidentServer()
  state = serveMediation(server)
})
afterEach(() => server.close())

const open = (person = committeeMember) => renderDesk(<WorkPage />, server, `?communityId=raosai&id=${caseId}`, person)
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const inDialog = async () => within(await screen.findByRole('dialog'))
const readsOfCase = () => server.reads.filter((path) => path.endsWith(caseId)).length

test('the page says that both sides see who reads it, and reads it once', async () => {
  state.found = caseOf({ ...forCommittee, moves: ['invite', 'decline'] })
  open()
  expect(await screen.findByText('您看这件事会记下来，双方都看得到。')).toBeVisible()
  await press('受理，去请对方')
  const dialog = await inDialog()
  state.found = caseOf({ ...forCommittee, state: 'inviting', moves: [], version: 4 })
  await userEvent.click(dialog.getByRole('button', { name: '受理，去请对方' }))
  expect(await screen.findByText('在请对方')).toBeVisible()
  expect(server.writes[0]?.body).toEqual({ move: 'invite', version: 3 })
  expect(readsOfCase()).toBe(1)
})

test('a code is shown once, on a paper that says neither with whom nor about what', async () => {
  state.found = caseOf({ ...forCommittee, state: 'inviting', moves: [], respondentPhone: '08910000199' })
  open()
  await press('给对方一个码')
  expect(await screen.findByText('3123 4567 8903')).toBeVisible()
  const paper = screen.getByRole('group', { name: '给对方的纸' })
  expect(paper.textContent).not.toMatch(/调解|居民（示范一）|水管|邻居/)
  expect(screen.getByText(/先问是不是邻居（示范）本人/)).toBeVisible()
  expect(within(paper).getByRole('img', { name: '用手机拍的码' })).toBeVisible()
  expect(within(paper).getByText('只能用一次')).toBeVisible()
  expect(screen.getByRole('button', { name: '打0891-0000-199' })).toBeVisible()
  await press('好了')
  expect(screen.queryByText('3123 4567 8903')).toBeNull()
})

test('declining needs a reason, which the committee alone reads', async () => {
  state.found = caseOf({ ...forCommittee, moves: ['invite', 'decline'] })
  open()
  await press('不适合调解')
  const dialog = await inDialog()
  await userEvent.click(dialog.getByRole('button', { name: '不适合调解' }))
  expect(dialog.getByText('请写一句为什么')).toBeVisible()
  await userEvent.type(dialog.getByRole('textbox', { name: /为什么/ }), '已经在法院')
  await userEvent.click(dialog.getByRole('button', { name: '不适合调解' }))
  await expect.poll(() => server.writes[0]?.body).toEqual({ move: 'decline', version: 3, reason: '已经在法院' })
})

test('when nobody is trusted by both the committee proposes somebody who is not on leave', async () => {
  state.mediators = [mediatorOf(1), mediatorOf(2, { isOnLeave: true })]
  state.found = caseOf({ ...forCommittee, state: 'choosing', canPropose: true, moves: ['lapse'] })
  open()
  await screen.findByRole('radio', { name: /调解员1/ })
  expect(screen.queryByRole('radio', { name: /调解员2/ })).toBeNull()
  await press('提给双方')
  expect(screen.getByText('请选一位')).toBeVisible()
  await userEvent.click(screen.getByRole('radio', { name: /调解员1/ }))
  await press('提给双方')
  await expect.poll(() => server.writes[0]?.body).toEqual({ mediatorId: state.mediators[0]?.id })
})

test('a proposal waits for both, and only then can another one be made', async () => {
  state.mediators = [mediatorOf(1), mediatorOf(2)]
  const proposed = { ...forCommittee, state: 'choosing', proposal: mediatorOf(1) } as const
  state.found = caseOf({ ...proposed, moves: [] })
  const { unmount } = open()
  expect(await screen.findByText('提了，等双方答复')).toBeVisible()
  expect(screen.queryByRole('button', { name: '提给双方' })).toBeNull()
  unmount()
  state.found = caseOf({ ...proposed, canPropose: true, moves: ['lapse'] })
  open()
  expect(await screen.findByText('双方没有都说行，请换一位')).toBeVisible()
  expect(await screen.findByRole('radio', { name: /调解员2/ })).toBeVisible()
})

test('whom no message reaches is called by whoever works on the case', async () => {
  state.found = caseOf({
    ...forMediator,
    state: 'in_session',
    moves: ['fail', 'recuse'],
    toCall: [{ side: 'respondent', phone: '08910000199' }],
  })
  open(mediatorPerson)
  expect(await screen.findByText(/这一方没有手机账号，请打电话说/)).toBeVisible()
  expect(screen.getByRole('button', { name: '打0891-0000-199' })).toBeVisible()
})

test('how each side wants to be spoken to stands by its name', async () => {
  state.found = caseOf({
    ...forMediator,
    state: 'accepted',
    moves: ['prepare', 'recuse'],
    spoken: [
      { side: 'applicant', needsInterpreter: false, language: 'bo' },
      { side: 'respondent', needsInterpreter: true, language: 'other' },
    ],
  })
  open(mediatorPerson)
  expect(await screen.findByText('请人的一方说什么话')).toBeVisible()
  expect(screen.getByText('藏语')).toBeVisible()
  expect(screen.getByText('别的，要有人翻译')).toBeVisible()
})

test('a mediator ticks what was prepared, and records a meeting', async () => {
  const checklist = { law: true, policy: false, plan: false }
  state.found = caseOf({ ...forMediator, state: 'preparing', checklist, moves: ['meet', 'recuse'] })
  open(mediatorPerson)
  await userEvent.click(await screen.findByRole('checkbox', { name: '相关的政策看过了' }))
  await expect.poll(() => server.writes[0]?.body).toEqual({ law: true, policy: true, plan: false })
  await press('记一次见面')
  await press('记下来')
  expect(await screen.findByText('请写几句')).toBeVisible()
  await userEvent.type(screen.getByRole('textbox', { name: /说了什么/ }), '看了水管')
  await press('记下来')
  await expect
    .poll(() => server.writes[1]?.body)
    .toMatchObject({
      way: 'session',
      sides: ['applicant', 'respondent'],
      summary: '看了水管',
    })
})

test('three ticks one after another all stay ticked, and nobody meets before they have arrived', async () => {
  const checklist = { law: false, policy: false, plan: false }
  state.found = caseOf({ ...forMediator, state: 'preparing', checklist, moves: ['meet', 'recuse'] })
  open(mediatorPerson)
  const boxes = await screen.findAllByRole('checkbox')
  for (const box of boxes) await userEvent.click(box)
  await expect.poll(() => server.writes.at(-1)?.body).toEqual({ law: true, policy: true, plan: true })
  expect(server.writes).toHaveLength(3)
})

test('what was said is read only when somebody wants to, and the committee cannot write', async () => {
  state.found = caseOf({ ...forCommittee, state: 'in_session', moves: ['fail'] })
  state.threads = [{ thread: 'joint', side: null, messages: [] }]
  open()
  await screen.findByText('在调解')
  expect(server.reads.some((path) => path.endsWith('/threads'))).toBe(false)
  await press('看大家说的话')
  expect(await screen.findByText('还没有人说话')).toBeVisible()
  expect(screen.queryByRole('button', { name: '说给大家' })).toBeNull()
})

test('the mediator writes to one side alone', async () => {
  state.found = caseOf({ ...forMediator, state: 'in_session', moves: ['fail', 'recuse'] })
  state.threads = [
    { thread: 'joint', side: null, messages: [] },
    { thread: 'private', side: 'applicant', messages: [] },
    { thread: 'private', side: 'respondent', messages: [] },
  ]
  open(mediatorPerson)
  await press('看大家说的、单独说的话')
  const alone = within(await screen.findByRole('group', { name: /单独跟被请的一方说/ }))
  await userEvent.type(alone.getByRole('textbox'), '您看呢')
  await userEvent.click(alone.getByRole('button', { name: '只说给被请的一方' }))
  await expect.poll(() => server.writes[0]?.body).toEqual({ text: '您看呢', side: 'respondent' })
})

test('changing an agreement says that both confirm anew', async () => {
  const agreement = agreementOf({ isConfirmedByApplicant: true })
  state.found = caseOf({ ...forMediator, state: 'in_session', agreement, moves: ['fail', 'recuse'] })
  open(mediatorPerson)
  expect(await screen.findByText('请人的一方确认了')).toBeVisible()
  await press('改协议，双方要重新确认')
  await userEvent.type(screen.getByRole('textbox', { name: /怎么说定的/ }), '，三天里')
  await press('给双方看')
  await expect.poll(() => server.writes[0]?.body).toMatchObject({ terms: '修好水管，三天里' })
})

const followUpOf = (fields: Partial<NonNullable<MediationCase['followUps']>[number]>) => ({
  id: '0190b1c4-9999-7aaa-8bbb-000000000061',
  side: 'respondent' as const,
  on: '2020-01-06',
  result: null,
  note: null,
  ...fields,
})

test('each side is asked on its own how it holds', async () => {
  state.found = caseOf({ ...forCommittee, state: 'follow_up', followUps: [followUpOf({})], moves: ['relapse'] })
  open()
  await press(/记回访：被请的一方/)
  const dialog = await inDialog()
  await userEvent.click(dialog.getByRole('radio', { name: '做到了' }))
  await userEvent.click(dialog.getByRole('button', { name: '记下来' }))
  await expect.poll(() => server.writes[0]?.body).toEqual({ result: 'holds' })
})

test('nobody is asked before the day, and what was said is read afterwards', async () => {
  const followUps = [
    followUpOf({ result: 'partly', note: '还差一次' }),
    followUpOf({ id: '0190b1c4-9999-7aaa-8bbb-000000000062', on: '2099-12-05' }),
  ]
  state.found = caseOf({ ...forCommittee, state: 'follow_up', followUps, moves: ['relapse'] })
  open()
  expect(await screen.findByText('还差一次')).toBeVisible()
  expect(screen.getByText('到那天再问')).toBeVisible()
  expect(screen.queryByRole('button', { name: /记回访/ })).toBeNull()
})

test('a resident sees nothing of it, and the server is not asked', async () => {
  open(resident)
  expect(await screen.findByText('这里给做这项工作的人用')).toBeVisible()
  expect(readsOfCase()).toBe(0)
})
