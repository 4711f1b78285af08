import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { factOf, type PeopleState, servePeople } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import FactPage from './index'

let server: ResidentServer
let people: PeopleState

beforeEach(async () => {
  server = await startResidentServer()
  people = servePeople(server)
  signIn()
})
afterEach(() => server.close())

const open = (kind: string) => renderResident(<FactPage />, server, `?kind=${kind}`)
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const type = async (name: RegExp, words: string) => userEvent.type(await screen.findByRole('textbox', { name }), words)

test('a birth date is typed as three numbers, checked with the age, and sent only after consent', async () => {
  open('birth_date')
  await type(/哪一年/, '1949')
  await type(/几月/, '10')
  await type(/几号/, '1')
  await press('下一步')
  expect(screen.getByText(/^1949年10月1日，今年\d+岁$/)).toBeVisible()
  expect(screen.getByRole('checkbox', { name: '我同意' })).not.toBeChecked()
  await press('交上去')
  expect(screen.getByText('同意了才能交。不同意，返回就行。')).toBeVisible()
  expect(server.writes).toEqual([])
  await userEvent.click(screen.getByRole('checkbox', { name: '我同意' }))
  await press('交上去')
  expect(await screen.findByText('记下了，等核实')).toBeVisible()
  expect(server.writes[0]?.body).toEqual({
    content: { kind: 'birth_date', value: { on: '1949-10-01' } },
    hasConsent: true,
    isCorrection: false,
  })
  expect(server.writes[0]?.key).toBeDefined()
})

test('a day that is none is told before anything is sent', async () => {
  open('birth_date')
  await type(/哪一年/, '1949')
  await type(/几月/, '2')
  await type(/几号/, '30')
  await press('下一步')
  expect(screen.getByText('没有这一天，请再看一遍')).toBeVisible()
})

test('consent to what is sensitive has a screen of its own, and is not ticked beforehand', async () => {
  open('disability')
  expect(await screen.findByText(/第1步\/共3步/)).toBeVisible()
  expect(screen.getByText('免费送餐、上门服务要看有没有证。')).toBeVisible()
  expect(screen.queryByRole('checkbox')).toBeNull()
  await press('下一步')
  expect(screen.getByText(/这是敏感信息/)).toBeVisible()
  expect(screen.getByRole('checkbox', { name: '我同意' })).not.toBeChecked()
  await press('下一步')
  expect(screen.getByText('同意了才能交。不同意，返回就行。')).toBeVisible()
  await userEvent.click(screen.getByRole('checkbox', { name: '我同意' }))
  await press('下一步')
  expect(screen.queryByRole('checkbox')).toBeNull()
  expect(screen.getByText(/带残疾人证到社区柜台/)).toBeVisible()
  await press('交上去')
  expect(await screen.findByText('记下了，等核实')).toBeVisible()
})

test('a home is one of the courtyards, never a door', async () => {
  open('residence')
  await userEvent.click(await screen.findByRole('radio', { name: /东孜苏3巷7号/ }))
  await press('下一步')
  expect(screen.getByText('绕赛社区 · 东孜苏3巷7号')).toBeVisible()
})

test('a correction says that the old one counts until the new one is verified', async () => {
  people.facts = [factOf(1, { kind: 'language', said: '汉语', state: 'verified' })]
  open('language')
  expect(await screen.findByText(/您填新的，核实后生效/)).toBeVisible()
  await userEvent.click(screen.getByRole('radio', { name: '藏语' }))
  await press('下一步')
  await userEvent.click(screen.getByRole('checkbox', { name: '我同意' }))
  await press('申请改')
  await screen.findByText('记下了，等核实')
  expect(server.writes[0]?.body).toMatchObject({ isCorrection: true, content: { value: { language: 'bo' } } })
})

test('a claim without an answer is sent again with the same key', async () => {
  open('living_alone')
  await screen.findByText(/第1步/)
  await press('下一步')
  await userEvent.click(screen.getByRole('checkbox', { name: '我同意' }))
  await press('下一步')
  server.network = 'unanswered'
  await press('交上去')
  expect(await screen.findByText('连不上网络，刚才没有办成。')).toBeVisible()
  server.network = 'up'
  await press('交上去')
  await screen.findByText('记下了，等核实')
  expect(new Set(server.writes.map(({ key }) => key)).size).toBe(1)
})
