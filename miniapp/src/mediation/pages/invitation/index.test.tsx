import { codeOf } from '@little-bench/shared/people/codes'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { caseId, caseOf, type MediationState, serveMediation } from '../../../../test/components/mediation-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import { useParty } from '../../party'
import InvitationPage from './index'

let server: ResidentServer
let state: MediationState
const CODE = codeOf('case_invitation', '1234567890')

beforeEach(async () => {
  server = await startResidentServer()
  state = serveMediation(server)
  state.token = 'party-token'
  state.found = caseOf({
    state: 'inviting',
    yourSide: 'respondent',
    stage: 'tick',
    statement: null,
    disclosure: { name: true, statement: false, words: '坐下说说' },
    answerUntil: '2026-12-12T02:00:00.000Z',
  })
})
afterEach(() => {
  server.close()
  globalThis.sessionStorage.clear()
  useParty.setState(useParty.getInitialState())
})

const open = (code = CODE) => renderResident(<InvitationPage />, server, `?code=${code}`)
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const enter = async () => {
  open()
  await press('打开看')
  await screen.findByText('有人想请您坐下来说一件邻里的事')
}

test('without an account the code opens what the applicant agreed to show, and nothing else', async () => {
  await enter()
  expect(screen.getByText('居民（示范一）')).toBeVisible()
  expect(screen.getByText('坐下说说')).toBeVisible()
  expect(screen.queryByText('水管漏到我家。')).toBeNull()
  expect(screen.getByText('12月12日 星期六前答复就行。不答复，也就不开始。')).toBeVisible()
})

test('the session reaches this window alone: it is no session of a resident and not on the phone', async () => {
  await enter()
  expect(useSession.getState()).toMatchObject({ token: null, person: null })
  expect(Object.values(globalThis.localStorage).join()).not.toContain('party-token')
  expect(Object.values(globalThis.sessionStorage).join()).toContain('party-token')
  const read = server.calls.find(({ path }) => path.endsWith(caseId))
  expect(read?.token).toBe('Bearer party-token')
})

test('no is one tap without a reason, says that nobody sees it, and takes the case off the phone', async () => {
  await enter()
  expect(screen.getByText(/对方看不出您是没看到，还是不来/)).toBeVisible()
  await press('不来')
  expect(await screen.findByText('好，就到这里')).toBeVisible()
  expect(server.writes.at(-1)?.body).toEqual({ accept: false, trustedMediatorIds: [] })
  expect(useParty.getState().session).toBeNull()
})

test('whoever comes ticks whom they trust and asks for an interpreter, with the token of the case', async () => {
  await enter()
  await press('来，先点我信得过的人')
  await userEvent.click(await screen.findByRole('checkbox', { name: /调解员2/ }))
  await userEvent.click(screen.getByRole('checkbox', { name: /要有人翻译/ }))
  await userEvent.click(
    within(screen.getByRole('radiogroup', { name: /^用什么话说/ })).getByRole('radio', { name: '藏语' }),
  )
  await press('来，就点这几位')
  await expect
    .poll(() => server.writes.at(-1)?.body)
    .toEqual({
      accept: true,
      trustedMediatorIds: [state.mediators[1]?.id],
      needsInterpreter: true,
      language: 'bo',
    })
  expect(server.writes.at(-1)?.token).toBe('Bearer party-token')
})

test('a mistyped digit costs no try, and a code for something else says so', async () => {
  open(`${CODE.slice(0, -1)}${(Number(CODE.at(-1)) + 1) % 10}`)
  await press('打开看')
  expect(await screen.findByText('有个数字不对，请对着再看一遍')).toBeVisible()
  expect(server.writes).toEqual([])
})

test('a code that was used before is refused in words', async () => {
  state.refusal = failure(422, 'code_invalid', '这个码不能用了。')
  open()
  await press('打开看')
  expect(await screen.findByText('这个码不能用了。')).toBeVisible()
  expect(useParty.getState().session).toBeNull()
})

test('somebody who is signed in has it among their own cases', async () => {
  state.token = null
  signIn()
  open()
  await press('打开看')
  await expect.poll(() => visited.at(-1)).toBe(`redirectTo /mediation/pages/case/index?communityId=raosai&id=${caseId}`)
})
