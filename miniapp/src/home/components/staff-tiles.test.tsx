import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { kitchenStaff } from '../../../test/components/canteen-answers'
import { communityStaff, gridWorker } from '../../../test/components/counter-examples'
import { committeeMember, mediatorPerson } from '../../../test/components/mediation-answers'
import { resident } from '../../../test/components/resident-server'
import { visited } from '../../../test/components/taro-api'
import { useDisplaySettings } from '../../platform/display-settings'
import { useSession } from '../../platform/session'
import { StaffTiles } from './staff-tiles'

const ways = () => screen.queryAllByRole('link').map(({ textContent }) => textContent?.slice(0, 3))
const signIn = (person: typeof resident) => useSession.getState().begin('token', person)

test('the counter and the facts are for whoever is beside residents, the call list for the counter only', async () => {
  signIn(gridWorker)
  render(<StaffTiles />)
  expect(ways()).toEqual(['工作台', '帮办台', '上门认', '还没认', '要核实'])
  await userEvent.click(screen.getByRole('link', { name: /帮办台/ }))
  expect(visited.at(-1)).toBe('navigateTo /counter/pages/counter/index')
})

test('community staff have the call list and the visits too; in 长辈版 the counter leads to them', () => {
  signIn(communityStaff)
  const { unmount } = render(<StaffTiles />)
  expect(ways()).toEqual([
    '工作台',
    '帮办台',
    '厨房名',
    '上门认',
    '排上门',
    '还没认',
    '活动名',
    '要核实',
    '该打的',
    '工作人',
  ])
  unmount()
  useDisplaySettings.setState({ isElderMode: true })
  render(<StaffTiles />)
  expect(ways()).toEqual(['工作台', '帮办台', '厨房名'])
})

test('whoever cooks has the desk and the kitchen', async () => {
  signIn(kitchenStaff)
  render(<StaffTiles />)
  expect(ways()).toEqual(['工作台', '厨房名'])
  await userEvent.click(screen.getByRole('link', { name: /厨房/ }))
  expect(visited.at(-1)).toBe('navigateTo /kitchen/pages/today/index')
})

test('a resident has none of them', () => {
  signIn(resident)
  render(<StaffTiles />)
  expect(ways()).toEqual([])
})

test.each([committeeMember, mediatorPerson])('whoever works on cases has the way to them: $name', async (person) => {
  signIn(person)
  render(<StaffTiles />)
  await userEvent.click(screen.getByRole('link', { name: /调解的事/ }))
  expect(visited.at(-1)).toBe('navigateTo /mediation/pages/cases/index')
  expect(screen.queryByRole('link', { name: /调解台账/ })).toBeNull()
})
