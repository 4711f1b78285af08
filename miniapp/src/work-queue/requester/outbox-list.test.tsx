import { Person } from '@little-bench/shared/people/contract'
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderResident, signIn } from '../../../test/components/render-resident'
import { type ResidentServer, resident, startResidentServer } from '../../../test/components/resident-server'
import { visited } from '../../../test/components/taro-api'
import { putEntry } from '../../platform/outbox/outbox.store'
import { newEntry, type OutboxEntry } from '../../platform/outbox/outbox-entry'
import { useSession } from '../../platform/session'
import { OutboxList } from './outbox-list'

const mother = { id: '0190b1c4-1111-7aaa-8bbb-000000000077', name: '阿妈' }
const neighbour = Person.parse({ ...resident, id: '0190b1c4-1111-7aaa-8bbb-000000000099' })

let server: ResidentServer

beforeEach(async () => {
  server = await startResidentServer()
  signIn()
})
afterEach(() => server.close())

const keep = (change: Partial<OutboxEntry>) =>
  putEntry({
    ...newEntry({
      id: 'key-1',
      personId: resident.id,
      actingFor: null,
      communityId: 'raosai',
      title: '灯不亮',
      fields: {},
      body: { serviceCode: 'street_light', description: '路灯不亮', visibility: 'private' },
      files: [{ id: 'photo-1', kind: 'photo', bytes: 1000, seconds: null }],
    }),
    ...change,
  })
const open = () => renderResident(<OutboxList />, server)

test('what waits says how it stands, and opens its own page', async () => {
  keep({})
  open()
  expect(screen.getByText('未发送')).toBeVisible()
  expect(screen.getByText('存在手机里，有网就自己发')).toBeVisible()
  await userEvent.click(screen.getByRole('link', { name: /灯不亮/ }))
  expect(visited.at(-1)).toBe('navigateTo /issues/pages/unsent/index?id=key-1')
})

test('what is on its way says how much of its photos is there', () => {
  const photo = { id: 'photo-1', kind: 'photo', bytes: 1000, seconds: null } as const
  keep({
    state: 'sending',
    files: [{ file: photo, upload: { key: 'k', uploadId: 'u', received: 400, isDone: false } }],
  })
  open()
  expect(screen.getByText('正在发，照片已发40%')).toBeVisible()
})

test('nobody reads what somebody else wrote on the same phone', () => {
  keep({})
  act(() => useSession.getState().begin('token', neighbour))
  open()
  expect(screen.queryByText('灯不亮')).toBeNull()
})

test('with nobody signed in it says how many wait, and no word of them', () => {
  keep({})
  act(() => useSession.getState().end())
  open()
  expect(screen.getByText('手机里有1件还没发出去。写的人登录以后就发。')).toBeVisible()
  expect(screen.queryByText('灯不亮')).toBeNull()
})

test('what was said for one’s mother stands in one’s own list with her name, and alone in hers', () => {
  keep({})
  keep({ id: 'key-2', title: '水管', actingFor: mother })
  open()
  expect(screen.getByText('替阿妈说的')).toBeVisible()
  act(() => useSession.getState().actFor(mother))
  expect(screen.queryByText('灯不亮')).toBeNull()
  expect(screen.getByText('水管')).toBeVisible()
})

test('what was refused because she took the right back stays under her name alone', () => {
  keep({ actingFor: mother, state: 'refused', refusal: { code: 'proxy_grant_missing', message: '' } })
  open()
  expect(screen.queryByText('灯不亮')).toBeNull()
  act(() => useSession.getState().actFor(mother))
  expect(screen.getByText('没收下')).toBeVisible()
})
