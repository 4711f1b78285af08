import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HOUSEHOLD_CODE, householdOf, type PeopleState, servePeople } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import HouseholdPage from './index'

let server: ResidentServer
let people: PeopleState

beforeEach(async () => {
  server = await startResidentServer()
  people = servePeople(server)
  signIn()
})
afterEach(() => server.close())

const open = () => renderResident(<HouseholdPage />, server)
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const SPOKEN = HOUSEHOLD_CODE.replace(/(\d{4})(?=\d)/g, '$1 ')

test('without a household there are two ways: a code of the family, or being the first', async () => {
  open()
  expect(await screen.findByText('这里放您和家里人')).toBeVisible()
  await press('输入家里人的码')
  expect(visited.at(-1)).toBe('navigateTo /people/pages/code/index')
  await press('从我开始')
  await press('要一个码')
  expect(screen.getByText('请选一个院落')).toBeVisible()
  await userEvent.click(await screen.findByRole('radio', { name: '东孜苏3巷7号' }))
  await press('要一个码')
  expect(await screen.findByText(SPOKEN)).toBeVisible()
  expect(server.writes[0]?.body).toEqual({ communityId: 'raosai', placeId: 'yard-7' })
})

test('the code for one more is large, says how long it is good, and can be copied', async () => {
  people.household = householdOf()
  open()
  expect(await screen.findByText('居民（示范一）（您）')).toBeVisible()
  expect(screen.getByText('居民（示范二）')).toBeVisible()
  await press('加一个人')
  expect(await screen.findByText(SPOKEN)).toBeVisible()
  expect(screen.getByText('只能用一次，12月5日 星期六 上午10:00以前有效。')).toBeVisible()
  await press('复制')
  expect(visited.at(-1)).toBe(`copy ${SPOKEN}`)
  expect(server.writes[0]?.body).toEqual({})
})

test('leaving says what it means before it is done', async () => {
  people.household = householdOf()
  open()
  await screen.findByText('东孜苏3巷7号')
  await press('退出这家')
  const dialog = within(screen.getByRole('dialog', { name: '退出这家？' }))
  expect(server.writes).toEqual([])
  await userEvent.click(dialog.getByRole('button', { name: '退出这家' }))
  expect(await screen.findByText('这里放您和家里人')).toBeVisible()
  expect(screen.getByText('退出了。')).toBeVisible()
})
