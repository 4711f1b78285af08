import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderResident } from '../../../../test/components/render-resident'
import { startResidentServer } from '../../../../test/components/resident-server'
import SignInPage from './index'

test('where no demonstration is offered, the page says how one signs in and the way without a phone', async () => {
  const server = await startResidentServer()
  renderResident(<SignInPage />, server)
  expect(await screen.findByText('怎么登录')).toBeVisible()
  expect(screen.getByText('不会登录也能办')).toBeVisible()
  expect(screen.queryByText('选一个示范身份')).toBeNull()
  server.close()
})
