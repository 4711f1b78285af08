import { addDays } from '@little-bench/shared/kernel/time'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cardOf, type PensionState, proofOf, servePension, today } from '../../../../test/components/pension-answers'
import { grantOf, mother } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import ProofPage from './index'

let server: ResidentServer
let pension: PensionState

beforeEach(async () => {
  server = await startResidentServer()
  pension = servePension(server)
})
afterEach(() => server.close())

const open = (query = '') => renderResident(<ProofPage />, server, query)
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

test('how it stands is one sentence with the last day, and three questions are the first thing to do', async () => {
  signIn()
  open()
  expect(await screen.findByText(/^最晚.*办好。$/)).toBeVisible()
  expect(screen.getByText('还有14天')).toBeVisible()
  expect(screen.getByText('小板凳不要人脸，也不要身份证号。刷脸只在官方App里。')).toBeVisible()
  await press('答三个问题')
  expect(visited.at(-1)).toBe('navigateTo /pension/pages/way/index')
})

test('whoever has missed it reads what to do now, and that the money is paid afterwards', async () => {
  pension.proof = proofOf({ status: 'lapsed', way: 'visit' })
  signIn()
  open()
  expect(await screen.findByText('上一次没办上。现在就办，还来得及。')).toBeVisible()
  expect(screen.getByText('钱要是停了，不用怕：办好以后会补发。')).toBeVisible()
  await press('约上门')
  expect(visited.at(-1)).toBe('navigateTo /pension/pages/ask/index')
})

test('once it is done nothing is left to do, and who wrote it down and how stands there', async () => {
  pension.proof = proofOf({
    status: 'valid',
    way: 'self',
    lastDone: { on: addDays(today(), -3), evidence: 'app_says_so', by: '居*一', isByYou: false },
  })
  signIn()
  open()
  expect(await screen.findByText(/^这一次办好了。/)).toBeVisible()
  expect(screen.getByText(/居\*一记的：App上写着办好了/)).toBeVisible()
  expect(screen.queryByRole('button', { name: '办好了，记下' })).toBeNull()
})

test('a planned visit is one tap from its card', async () => {
  pension.proof = proofOf({ way: 'visit', visit: cardOf() })
  signIn()
  open()
  expect(await screen.findByText(/上午9:30到上午10:30，上门人员（示范）来。$/)).toBeVisible()
  await press('看上门的卡')
  expect(visited.at(-1)).toBe('navigateTo /pension/pages/visit/index')
})

test('a daughter comes from her own page to that of her mother', async () => {
  server.more = ((before) => (call) => {
    const received = [grantOf(1, { callName: '阿妈', scopes: [{ service: 'pension', powers: ['read', 'manage'] }] })]
    return call.path.endsWith('/proxy-grants') ? [200, { given: [], received, isFrozen: false }] : before(call)
  })(server.more)
  signIn()
  open()
  await press('看阿妈的')
  expect(useSession.getState().actingFor).toEqual({ id: mother.id, name: '阿妈' })
  expect(visited.at(-1)).toBe('reLaunch /pension/pages/proof/index')
  expect(await screen.findByText('正在为阿妈办理')).toBeVisible()
  expect(screen.getByRole('heading', { level: 1, name: '阿妈的养老认证' })).toBeVisible()
  await expect.poll(() => server.calls.at(-1)?.actingFor ?? '').not.toBe('')
})

test('without an account the link from a group shows the text to pass on, and how it goes without a phone', async () => {
  open('?communityId=raosai')
  await press('看要发的话')
  await press('复制这段话')
  expect(visited.at(-1)).toContain('copy 【绕赛社区】')
  expect(await screen.findByText('复制好了。')).toBeVisible()
  expect(server.calls.some(({ path }) => path.endsWith('/proof-of-life'))).toBe(false)
})
