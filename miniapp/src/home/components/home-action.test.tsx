import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { kitchenStaff } from '../../../test/components/canteen-answers'
import { communityStaff } from '../../../test/components/counter-examples'
import { visitor } from '../../../test/components/pension-answers'
import { resident } from '../../../test/components/resident-server'
import { carer } from '../../../test/components/roster-answers'
import { visited } from '../../../test/components/taro-api'
import { useSession } from '../../platform/session'
import { HomeAction } from './home-action'

test.each([
  ['a resident', resident, '说一件事', '/issues/pages/report/index'],
  ['whoever cooks', kitchenStaff, '厨房', '/kitchen/pages/today/index'],
  ['whoever looks after children', carer, '托育名册', '/childcare/pages/roster/index'],
  ['whoever only goes to people\u2019s doors', visitor, '上门认证', '/pension/pages/round/index'],
  ['community staff', communityStaff, '工作台', '/work-queue/pages/inbox/index'],
])('the main action of %s is what they came for', async (_who, person, name, path) => {
  useSession.getState().begin('token', person)
  render(<HomeAction />)
  await userEvent.click(screen.getByRole('button', { name }))
  expect(visited.at(-1)).toBe(`navigateTo ${path}`)
})
