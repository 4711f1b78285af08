import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  cardOf,
  keptOnPhone,
  type PensionState,
  proofOf,
  servePension,
} from '../../../../test/components/pension-answers'
import { mother } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { failure, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import AskPage from './index'

let server: ResidentServer
let pension: PensionState

beforeEach(async () => {
  server = await startResidentServer()
  pension = servePension(server)
  signIn()
})
afterEach(() => server.close())

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const tick = async (name: string) => userEvent.click(await screen.findByRole('checkbox', { name }))

test('the reasons go out only with a consent that nobody ticked before', async () => {
  renderResident(<AskPage />, server)
  const consent = await screen.findByRole('checkbox', { name: '我同意' })
  expect(consent).not.toBeChecked()
  await press('下一步')
  expect(screen.getByText('请至少选一个。')).toBeVisible()
  await tick('走不动')
  await press('下一步')
  expect(screen.getByText('同意了才能约。不同意也行，请打社区电话。')).toBeVisible()
  await userEvent.click(consent)
  await press('下一步')
  await userEvent.click(await screen.findByRole('radio', { name: '东孜苏3巷7号' }))
  await userEvent.type(screen.getByRole('textbox', { name: '门牌、楼层（可以不写）' }), '2楼左手')
  await press('下一步')
  expect(screen.getByText('走不动')).toBeVisible()
  expect(screen.getByText('2楼左手')).toBeVisible()
  expect(server.writes).toEqual([])
  await press('约好')
  await expect.poll(() => visited.at(-1)).toBe('redirectTo /pension/pages/visit/index')
  expect(server.writes[0]?.body).toEqual({
    reasons: ['limited_mobility'],
    consents: true,
    placeId: 'yard-7',
    door: '2楼左手',
    needsInterpreter: false,
  })
})

test('why somebody is visited is never written to the phone', async () => {
  renderResident(<AskPage />, server)
  await tick('病重')
  await tick('我同意')
  await press('下一步')
  await userEvent.type(await screen.findByRole('textbox', { name: /^要告诉来的人什么/ }), '耳朵背')
  expect(keptOnPhone()).not.toMatch(/severe_illness|耳朵背/)
})

test('when nobody knows where they live, the courtyard is asked for and everything else stays', async () => {
  pension.refusal = failure(422, 'address_missing', '请写送到哪里。')
  renderResident(<AskPage />, server)
  await tick('年纪大')
  await tick('我同意')
  await press('下一步')
  await press('下一步')
  expect(screen.getByText('登记住的院子')).toBeVisible()
  await press('约好')
  expect(await screen.findByText('没有登记过住处，请选一个院子。')).toBeVisible()
  pension.refusal = undefined
  await userEvent.click(screen.getByRole('radio', { name: '东孜苏3巷7号' }))
  await press('下一步')
  expect(screen.getByText('年纪大')).toBeVisible()
})

test('a number of a paper is refused in the words of the server, and what was written stays', async () => {
  pension.refusal = failure(422, 'biometrics_refused', '这里不收身份证号，也不收人脸照片。')
  renderResident(<AskPage />, server)
  await tick('年纪大')
  await tick('我同意')
  await press('下一步')
  await userEvent.type(await screen.findByRole('textbox', { name: /^要告诉来的人什么/ }), '号码在这里')
  await press('下一步')
  await press('约好')
  expect(await screen.findByText('这里不收身份证号，也不收人脸照片。')).toBeVisible()
  expect(screen.getByText('号码在这里')).toBeVisible()
})

test('for somebody else it is their consent that is asked for', async () => {
  renderResident(<AskPage />, server)
  useSession.getState().actFor({ id: mother.id, name: '阿妈' })
  expect(await screen.findByRole('checkbox', { name: '阿妈知道，也同意' })).not.toBeChecked()
})

test('whoever has a visit already is shown the way to it', async () => {
  pension.proof = proofOf({ visit: cardOf() })
  renderResident(<AskPage />, server)
  await press('看上门的卡')
  expect(visited.at(-1)).toBe('redirectTo /pension/pages/visit/index')
})
