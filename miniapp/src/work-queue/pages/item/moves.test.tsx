import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { type Desk, itemDueIn, startDesk, worker } from '../../../../test/components/desk-server'
import { renderDesk } from '../../../../test/components/render-desk'
import { beginDraft } from '../../../platform/drafts'
import { useSession } from '../../../platform/session'
import ItemPage from './index'

let desk: Desk
const you = { id: worker.id, name: worker.name, isYou: true }
const mine = (fields: Parameters<typeof itemDueIn>[2] = {}) =>
  itemDueIn(1, 5, { state: 'accepted', assignee: you, ...fields })

afterEach(() => desk.close())

const open = async (item = mine(), relations?: Desk['relations']) => {
  desk = await startDesk([item], relations)
  renderDesk(<ItemPage />, desk, `?communityId=raosai&id=${item.id}`)
  await screen.findByRole('heading', { level: 2, name: '第1件事' })
}
const sheet = () => within(screen.getByRole('dialog'))
const press = async (name: string | RegExp) => userEvent.click(await sheet().findByRole('button', { name }))
const tick = async (role: 'radio' | 'checkbox', name: string | RegExp) =>
  userEvent.click(await sheet().findByRole(role, { name }))
const choose = async (name: string | RegExp) => {
  await userEvent.click(screen.getByRole('button', { name: '更多' }))
  await press(name)
}
const write = (name: string | RegExp, words: string) => userEvent.type(sheet().getByRole('textbox', { name }), words)
const sent = () => waitFor(() => expect(desk.moves).toHaveLength(1)).then(() => desk.moves[0]?.body)

test('each form says what happens next and how to undo it', async () => {
  await open()
  await choose(/^请别的单位接/)
  expect(sheet().getByText('对方接了才归对方，没接以前还归我们。')).toBeVisible()
  expect(sheet().getByText('对方答复以前，可以收回。')).toBeVisible()
})

test('referring names one unit and says why to colleagues', async () => {
  await open()
  await choose(/^请别的单位接/)
  await tick('radio', '路灯管理单位，部门')
  expect(sheet().getByText('只有同事看得到')).toBeVisible()
  await write(/为什么请他们接/, '灯杆归他们')
  await press('去问这个单位')
  expect(await sent()).toEqual({ move: 'refer', version: 1, queueId: 'city-lighting', note: '灯杆归他们' })
  expect(await screen.findByText('在问八廓街道接不接')).toBeVisible()
})

test('while another unit is asked, the sender can take the question back', async () => {
  await open(mine({ referredTo: { id: 'bakuo-subdistrict', name: '八廓街道' } }))
  await userEvent.click(screen.getByRole('button', { name: '收回，不转了' }))
  expect(sheet().getByText('不再等对方答复，还归我们办。')).toBeVisible()
})

test('a unit that is asked takes it with one tap, or refuses with the reason', async () => {
  const asked = itemDueIn(1, 5, { referredTo: { id: 'bakuo-subdistrict', name: '八廓街道' } })
  await open(asked, ['receiver'])
  await choose(/不接，退回去/)
  await press('关闭')
  await userEvent.click(screen.getByRole('button', { name: '我们接' }))
  expect(await sent()).toEqual({ move: 'accept_referral', version: 1 })
})

test('inviting takes several units', async () => {
  await open(mine({ participants: [{ id: 'bakuo-subdistrict', name: '八廓街道' }] }))
  expect(screen.getByText('绕赛社区第一网格牵头，八廓街道一起办')).toBeVisible()
  await choose(/请别的单位一起办/)
  expect(await sheet().findByRole('checkbox', { name: '路灯管理单位' })).toBeVisible()
  expect(sheet().queryByRole('checkbox', { name: '八廓街道' })).toBeNull()
  await tick('checkbox', '路灯管理单位')
  await write(/请他们做什么/, '一起看看')
  await press('请他们一起办')
  expect(await sent()).toEqual({ move: 'invite', version: 1, queueIds: ['city-lighting'], note: '一起看看' })
})

test('a suspension asks for a reason in plain words, a day, and words to the resident', async () => {
  await open()
  await choose(/暂停办理/)
  await press('告诉居民并暂停')
  for (const words of ['请选一个原因。', '请选一天。', '请写几句，再发。']) {
    expect(sheet().getByText(words)).toBeVisible()
  }
  await tick('radio', '在等材料')
  const day = new Date(Date.now() + 3 * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
  await userEvent.type(sheet().getByLabelText(/停到哪天/), day)
  expect(sheet().getByText('居民会看到')).toBeVisible()
  await write(/告诉居民为什么停/, '灯具下周到')
  await press('告诉居民并暂停')
  const until = `${day}T01:00:00.000Z`
  expect(await sent()).toEqual({ move: 'suspend', version: 1, reason: 'materials', until, note: '灯具下周到' })
  expect(await screen.findByText(/^在等材料，到.*自己接着算。$/)).toBeVisible()
})

test('splitting asks for two works at least, each with a place of its own if it has one', async () => {
  await open()
  await choose(/分成几件办/)
  await press('分开办')
  expect(sheet().getByText('请写二到10件，每件都要写。')).toBeVisible()
  await write('第1件', '修灯')
  await write('第2件', '换线')
  await press('第2件换个地点')
  await tick('radio', '东孜苏3巷9号')
  await press('再加一件')
  await press('去掉第3件')
  await press('分开办')
  const parts = [{ title: '修灯' }, { title: '换线', placeId: 'yard-9' }]
  expect(await sent()).toEqual({ move: 'split', version: 1, parts })
})

test('merging offers what is likely the same, or takes a number, and says which one goes on', async () => {
  await open()
  await choose(/和另一件合在一起/)
  await tick('radio', /院门口灯不亮/)
  expect(sheet().getByRole('textbox', { name: /或者填另一件的编号/ })).toHaveValue('RS-20261122-0009')
  await tick('radio', /留下那一件/)
  await press('合在一起')
  expect(await sent()).toEqual({ move: 'merge', version: 1, receiptNumber: 'RS-20261122-0009', direction: 'into' })
})

test('another category and another place are chosen by name', async () => {
  await open()
  await choose(/改类别/)
  await tick('radio', '水管漏水')
  await press('改成这个类别')
  expect(await sent()).toEqual({ move: 'recategorise', version: 1, serviceCode: 'water_pipe' })
})

test('a conversion waits for what the resident agreed to and for their consent', async () => {
  await open()
  await choose(/转到别的服务/)
  await tick('radio', '居民说事')
  await write(/居民同意带过去的话/, '只说灯不亮')
  await press('按居民同意的转过去')
  expect(sheet().getByText('居民同意了才能转。')).toBeVisible()
  await tick('checkbox', '我问过居民，居民同意这样转')
  await press('按居民同意的转过去')
  const body = { move: 'convert', version: 1, service: 'issues', agreed: '只说灯不亮', hasConsent: true }
  expect(await sent()).toEqual(body)
})

test('of a conversion begun earlier the words are there, and the consent is asked anew', async () => {
  useSession.getState().begin('token', worker)
  beginDraft(`move.${mine().id}.convert`, { service: 'issues', agreed: '只说灯不亮', hasConsent: true })
  await open()
  await choose(/转到别的服务/)
  expect(await sheet().findByRole('textbox', { name: /居民同意带过去的话/ })).toHaveValue('只说灯不亮')
  expect(sheet().getByRole('checkbox', { name: '我问过居民，居民同意这样转' })).toHaveAttribute('aria-checked', 'false')
})

test('while the resident is asked, nothing is pressed on the worker and the clock stands still', async () => {
  await open(mine({ pause: 'waiting_for_resident' }))
  expect(screen.getByText('问了居民，等回答。办理时间先不算。')).toBeVisible()
  expect(screen.getByText('先不算')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '接着办' }))
  expect(await sent()).toEqual({ move: 'resume', version: 1 })
})

test('when what can be chosen does not come, the form says so and asks again', async () => {
  await open()
  desk.answerFirst = ({ url }) =>
    url.pathname.endsWith('/choices')
      ? [500, { error: { code: 'internal_error', message: '', requestId: 'r' } }]
      : undefined
  await choose(/转给同事/)
  expect(await sheet().findByText('服务出了点问题，不是您的错。')).toBeVisible()
  expect(sheet().queryByRole('button', { name: '转给这位同事' })).toBeNull()
  desk.answerFirst = undefined
  await press('再试一次')
  expect(await sheet().findByRole('button', { name: '转给这位同事' })).toBeVisible()
})
