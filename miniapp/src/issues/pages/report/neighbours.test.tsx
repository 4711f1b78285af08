import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keptOnPhone } from '../../../../test/components/kept-files'
import { duplicate, duplicateId, preview } from '../../../../test/components/neighbour-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import {
  type Answer,
  failure,
  type ResidentServer,
  startResidentServer,
} from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { setOnline } from '../../../platform/network-state'
import ReportPage from './index'

let server: ResidentServer
let duplicates: Answer
let previewed: Answer
let endorsed: Answer

beforeEach(async () => {
  server = await startResidentServer()
  duplicates = [200, { items: [duplicate()] }]
  previewed = [200, preview()]
  endorsed = [200, { endorsements: 5, isEndorsed: true }]
  server.more = ({ method, path }) => {
    if (path.endsWith('/duplicate-issues')) return duplicates
    if (path.endsWith('/issue-previews')) return previewed
    if (path.endsWith('/endorsement'))
      return method === 'PUT' ? endorsed : [200, { endorsements: 4, isEndorsed: false }]
    return undefined
  }
  signIn()
})
afterEach(() => server.close())

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const choose = async (name: RegExp) => userEvent.click(await screen.findByRole('radio', { name }))
const words = () => screen.getByRole('textbox', { name: /发生了什么/ })

const fillIn = async (said = '路灯三天不亮了。', visibility = /邻居也能看到/) => {
  renderResident(<ReportPage />, server)
  await choose(/灯不亮/)
  await press('下一步')
  await userEvent.type(words(), said)
  await choose(/东孜苏3巷7号/)
  await choose(visibility)
  await press('下一步')
}
const writesTo = (end: string) => server.writes.filter(({ path }) => path.endsWith(end))

test('what a neighbour said before stands there with place, age, state and how many say so', async () => {
  await fillIn()
  expect(await screen.findByText('附近有人说过差不多的事')).toBeVisible()
  expect(screen.getByText('巷口的灯不亮，老人不敢走。')).toBeVisible()
  expect(screen.getByText('东孜苏3巷7号 · 同一个地方 · 3天前')).toBeVisible()
  expect(screen.getByText('处理中')).toBeVisible()
  expect(screen.getByText('4户也一样')).toBeVisible()
  expect(server.reads.some((url) => url.includes('serviceCode=street_light&placeId=yard-7'))).toBe(true)
})

test('saying 我也一样 ends the report without sending it, and the words stay or go as the person says', async () => {
  await fillIn()
  await press('我也一样')
  expect(await screen.findByRole('heading', { name: '记在一起了' })).toBeVisible()
  expect(screen.getByText('现在有5户说「我也一样」。您不用再发，办到哪了会告诉您。')).toBeVisible()
  expect(writesTo('/issues')).toEqual([])
  await press('不用了，删掉')
  expect(screen.getByText('删掉了。')).toBeVisible()
  expect(keptOnPhone()).not.toContain('路灯三天')
  await press('看这件事')
  expect(visited.at(-1)).toBe(`redirectTo /issues/pages/detail/index?communityId=raosai&id=${duplicateId}`)
})

test('words that stay are there the next time', async () => {
  await fillIn()
  await press('我也一样')
  await press('先留着')
  expect(screen.getByText('留着了。下次打开「说一件事」接着写。')).toBeVisible()
  expect(keptOnPhone()).toContain('路灯三天')
})

test('我也一样 on the wrong one is taken back, and the report goes on', async () => {
  await fillIn()
  await press('我也一样')
  await press('点错了，取消「我也一样」')
  await press('发出去')
  expect(await screen.findByText('RS-20261123-0001')).toBeVisible()
  expect(writesTo('/endorsement').map(({ method }) => method)).toEqual(['PUT', 'DELETE'])
})

test('when it is another thing the list goes, and the report is sent', async () => {
  await fillIn()
  await press('不是同一件，继续')
  expect(screen.queryByText('巷口的灯不亮，老人不敢走。')).toBeNull()
  await press('发出去')
  expect(await screen.findByText('RS-20261123-0001')).toBeVisible()
})

test('a refusal is said at the card, and the report can still be sent', async () => {
  endorsed = failure(422, 'own_issue', '这是您自己说的事。')
  await fillIn()
  await press('我也一样')
  expect(await screen.findByText('这是您自己说的事。')).toBeVisible()
  await press('发出去')
  expect(await screen.findByText('RS-20261123-0001')).toBeVisible()
})

test('whose household has said so already is told so, and cannot say so twice', async () => {
  duplicates = [200, { items: [duplicate({ isEndorsed: true, canEndorse: false })] }]
  await fillIn()
  expect(await screen.findByText('您家说过「我也一样」，办到哪了会告诉您。')).toBeVisible()
  expect(screen.queryByRole('button', { name: '我也一样' })).toBeNull()
})

test.each<[when: string, answer: Answer]>([
  ['nothing is alike', [200, { items: [] }]],
  ['the server cannot say', failure(500, 'internal', '服务出了点问题。')],
])('no list stands there when %s, and nothing keeps the report from being sent', async (_when, answer) => {
  duplicates = answer
  await fillIn()
  await press('发出去')
  expect(await screen.findByText('RS-20261123-0001')).toBeVisible()
  expect(screen.queryByText('附近有人说过差不多的事')).toBeNull()
})

test('without a network nobody is asked for the same, and the preview is what the phone knows', async () => {
  setOnline(false)
  await fillIn()
  expect(await screen.findByText('邻居会看到')).toBeVisible()
  expect(screen.queryByText('附近有人说过差不多的事')).toBeNull()
  expect(server.reads.some((url) => url.includes('duplicate-issues'))).toBe(false)
  expect(writesTo('/issue-previews')).toEqual([])
})

test('what neighbours will see is what the server says', async () => {
  duplicates = [200, { items: [] }]
  previewed = [200, preview({ neighbours: { ...seen, description: '路灯三天不亮了。（邻居版）' } })]
  await fillIn()
  expect(await screen.findByText('路灯三天不亮了。（邻居版）')).toBeVisible()
  expect(screen.getByText('巷道队发现的')).toBeVisible()
  expect(screen.getByText('您登记的名字、电话、编号和准确位置，邻居看不到。')).toBeVisible()
})

test('what is private says in one line who sees it, and asks for no preview', async () => {
  await fillIn('路灯三天不亮了。', /只给处理的人看/)
  expect(await screen.findByText('只有工作人员能看到。')).toBeVisible()
  expect(screen.queryByText('邻居会看到')).toBeNull()
  expect(writesTo('/issue-previews')).toEqual([])
})

test('a telephone number is covered by one tap before neighbours read it', async () => {
  duplicates = [200, { items: [] }]
  await fillIn('灯不亮，打13800001111')
  const alert = within(await screen.findByRole('alert'))
  expect(alert.getByText('公开以后，邻居也会看到这些')).toBeVisible()
  await press('遮掉电话 13800001111')
  expect(screen.queryByText('公开以后，邻居也会看到这些')).toBeNull()
  await press('发出去')
  await screen.findByText('RS-20261123-0001')
  expect(writesTo('/issues')[0]?.body.description).toBe('灯不亮，打＊＊＊')
})

test('what the server finds besides is covered together with it', async () => {
  duplicates = [200, { items: [] }]
  previewed = [200, preview({ personalData: [{ kind: 'name', text: '卓玛', from: 0, to: 2 }] })]
  await fillIn('卓玛家的灯不亮，打13800001111')
  await screen.findByText('名字 卓玛')
  await press('都遮掉')
  await press('发出去')
  await screen.findByText('RS-20261123-0001')
  expect(writesTo('/issues')[0]?.body.description).toBe('＊＊＊家的灯不亮，打＊＊＊')
})

test('whoever wants to leave the number in may', async () => {
  duplicates = [200, { items: [] }]
  await fillIn('灯不亮，打13800001111')
  await press('不用遮')
  expect(screen.queryByText('公开以后，邻居也会看到这些')).toBeNull()
  await press('发出去')
  await screen.findByText('RS-20261123-0001')
  expect(writesTo('/issues')[0]?.body.description).toBe('灯不亮，打13800001111')
})

const seen = { serviceName: '灯不亮', description: '', placeName: '东孜苏3巷7号', teamName: '巷道队', photos: [] }
