import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { timelineEvent } from '../../../../test/components/desk-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { issueId, type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import IssuePage from './index'

let server: ResidentServer
afterEach(() => server.close())

const open = async (state: ResidentServer['state'], fields: Partial<ResidentServer> = {}) => {
  server = await startResidentServer(state)
  Object.assign(server, fields)
  renderResident(<IssuePage />, server, `?communityId=raosai&id=${issueId}`)
  await screen.findByText('路灯三天不亮了。')
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const sheet = () => within(screen.getByRole('dialog'))

test('a neighbour reads what happened, and neither the number nor a way to act', async () => {
  await open('resolved')
  expect(screen.getByText('这是别人公开说的事，只写经过，不写是谁。')).toBeVisible()
  expect(screen.getByText('工作人员说办好了')).toBeVisible()
  for (const hidden of ['编号', 'RS-20261123-0001', '谁能看到']) expect(screen.queryByText(hidden)).toBeNull()
  for (const button of ['请您评价', '撤回这件事', '要求重办']) {
    expect(screen.queryByRole('button', { name: button })).toBeNull()
  }
})

test.each([
  ['proxy', '请人代说的'],
  ['counter', '柜台代填'],
  ['phone', '打电话说的，工作人员代填'],
] as const)('how it came in is said when somebody else wrote it: %s', async (source, said) => {
  signIn()
  await open('queued', { source })
  expect(screen.getByText(said)).toBeVisible()
})

test('what somebody wrote themselves says nothing about how it came in', async () => {
  signIn()
  await open('queued')
  expect(screen.queryByText('怎么来的')).toBeNull()
})

test('its reporter reads one word, one sentence with the next date, and why it is there', async () => {
  signIn()
  await open('accepted')
  expect(screen.getByText('处理中')).toBeVisible()
  expect(screen.getByText('绕赛社区第一网格已接单，正在办，预计11月30日 星期一前答复')).toBeVisible()
  expect(screen.getByText('由这个地点的网格员办。')).toBeVisible()
  expect(screen.getByText('RS-20261123-0001')).toBeVisible()
})

test('a resolved item asks its reporter for a rating first', async () => {
  signIn()
  await open('resolved')
  await press('请您评价')
  expect(visited.at(-1)).toContain('navigateTo /issues/pages/rate/index')
})

test('withdrawing says what it means, and keeps the words when somebody else was faster', async () => {
  signIn()
  await open('queued')
  await userEvent.click(await screen.findByRole('button', { name: '撤回这件事' }))
  expect(sheet().getByText(/撤回后就不办了/)).toBeVisible()
  await userEvent.type(sheet().getByRole('textbox'), '自己修好了')
  server.version = 7
  await userEvent.click(sheet().getByRole('button', { name: '撤回这件事' }))
  expect(await sheet().findByText('刚才有别人先动了这件事。')).toBeVisible()
  expect(sheet().getByRole('textbox')).toHaveValue('自己修好了')
  await userEvent.click(sheet().getByRole('button', { name: '撤回这件事' }))
  await screen.findByText('已撤回。想再办，重新说一次。')
  expect(server.writes.at(-1)?.body).toEqual({ move: 'withdraw', version: 7, note: '自己修好了' })
})

test('a question of the staff stands first, and its answer goes out as an answer', async () => {
  signIn()
  await open('accepted', {
    pause: 'waiting_for_resident',
    timeline: [timelineEvent('asked', { message: '哪天在家？', messageFor: 'requester' })],
  })
  expect(await screen.findByText('工作人员问您')).toBeVisible()
  expect(screen.getByText('等您回答')).toBeVisible()
  expect(screen.queryByRole('button', { name: '补充说明' })).toBeNull()
  await press('回答')
  await userEvent.click(sheet().getByRole('button', { name: '回答' }))
  expect(sheet().getByText('请写几句回答')).toBeVisible()
  await userEvent.type(sheet().getByRole('textbox'), '周六在家')
  await userEvent.click(sheet().getByRole('button', { name: '回答' }))
  await screen.findByText('收到您的回答了，接着办。')
  expect(server.writes.at(-1)?.body).toEqual({ move: 'answer', version: 1, note: '周六在家', fileIds: [] })
  expect(screen.queryByText('工作人员问您')).toBeNull()
})

test('what was not ours says whom to ask instead, one tap from ringing', async () => {
  signIn()
  await open('closed', { notOurs: { destination: '供水、供电、供气单位', phone: '12345' } })
  expect(await screen.findByText('这件事该找他们')).toBeVisible()
  expect(screen.getByText('供水、供电、供气单位。打不通就来社区，我们陪您问。')).toBeVisible()
  await press('打 12345')
  expect(visited.at(-1)).toBe('call 12345')
})

test('somebody may be reminded once a day; after that the page says when again', async () => {
  signIn()
  await open('accepted')
  await userEvent.click(await screen.findByRole('button', { name: '催一催' }))
  server.timeline = [timelineEvent('reminded', { isYou: true, at: new Date().toISOString() })]
  await userEvent.click(sheet().getByRole('button', { name: '催一催' }))
  expect(await screen.findByText('今天催过了，明天还能再催。')).toBeVisible()
  expect(server.writes.at(-1)?.body).toEqual({ move: 'remind', version: 1 })
  expect(screen.queryByRole('button', { name: '催一催' })).toBeNull()
})

test('something may be added at any time, as words and not as a move', async () => {
  signIn()
  await open('accepted')
  await userEvent.click(await screen.findByRole('button', { name: '补充说明' }))
  await userEvent.type(sheet().getByRole('textbox'), '是三号楼')
  await userEvent.click(sheet().getByRole('button', { name: '补充说明' }))
  await screen.findByText('发给办的人了。还可以再补一条。')
  expect(server.writes.at(-1)).toMatchObject({ body: { body: '是三号楼' } })
  expect(server.writes.at(-1)?.path).toMatch(/\/replies$/)
})

test('a pause says why and from which day it goes on', async () => {
  signIn()
  await open('accepted', {
    pause: 'suspended',
    suspension: { reason: 'weather', until: '2026-12-01T01:00:00.000Z' },
  })
  expect(await screen.findByText('等天气好，12月1日 星期二接着办')).toBeVisible()
  expect(screen.getByText('先停一停')).toBeVisible()
})

test('a neighbour is told neither the question nor the pause', async () => {
  await open('accepted', { pause: 'waiting_for_resident' })
  expect(screen.queryByText('工作人员问您')).toBeNull()
  expect(screen.queryByRole('button', { name: '回答' })).toBeNull()
})
