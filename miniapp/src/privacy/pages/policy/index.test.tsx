import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import { type ResidentServer, startResidentServer } from '../../../../test/components/resident-server'
import PolicyPage from './index'

let server: ResidentServer

beforeEach(async () => {
  server = await startResidentServer()
})
afterEach(() => server.close())

test('the policy is read as lists, without an account and without a network', () => {
  server.isUnreachable = true
  renderResident(<PolicyPage />, server)
  const kept = within(screen.getByRole('list', { name: '记什么，做什么用' }))
  expect(kept.getAllByRole('listitem').length).toBeGreaterThan(5)
  expect(kept.getAllByText('敏感信息').length).toBeGreaterThan(2)
  expect(within(screen.getByRole('list', { name: '记多久' })).getByText('事情结案以后90天，删掉')).toBeVisible()
  expect(screen.queryByRole('button', { name: '看我的数据' })).toBeNull()
})

test('whoever is signed in goes on to their own data', () => {
  signIn()
  renderResident(<PolicyPage />, server)
  expect(screen.getByRole('button', { name: '看我的数据' })).toBeVisible()
})
