import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import {
  failure,
  issueId,
  type ResidentServer,
  startResidentServer,
  workItemId,
} from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import IssuePage from './index'

let server: ResidentServer
let service: string

const bookingId = '0190b1c4-5555-7aaa-8bbb-000000000051'

beforeEach(async () => {
  server = await startResidentServer()
  signIn()
  const before = server.more
  server.more = (call) => {
    if (call.path.includes('/issues/')) return failure(404, 'not_found', '没有找到。')
    if (!call.path.includes('/work-items/')) return before(call)
    return [
      200,
      {
        id: workItemId,
        communityId: 'raosai',
        service,
        subjectId: bookingId,
        timeline: [],
        allowedMoves: [],
        participants: [],
      },
    ]
  }
})
afterEach(() => server.close())

const open = () => renderResident(<IssuePage />, server, `?communityId=raosai&id=${issueId}&workItemId=${workItemId}`)

test('a message about a request for one’s own data opens that request', async () => {
  service = 'privacy'
  open()
  await expect
    .poll(() => visited.at(-1))
    .toBe(`redirectTo /privacy/pages/asked/index?communityId=raosai&workItemId=${workItemId}`)
})

test.each([
  ['canteen', 'canteen/pages/meal'],
  ['childcare', 'childcare/pages/booking'],
  ['mediation', 'mediation/pages/case'],
])('a message about an item of %s opens what that item is about', async (of, page) => {
  service = of
  open()
  await expect.poll(() => visited.at(-1)).toBe(`redirectTo /${page}/index?communityId=raosai&id=${bookingId}`)
})

test('an issue that is gone is said to be gone', async () => {
  service = 'issues'
  open()
  expect(await screen.findByText('没有找到。')).toBeVisible()
  expect(visited).toEqual([])
})
