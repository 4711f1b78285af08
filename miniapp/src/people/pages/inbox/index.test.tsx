import { InboxMessage } from '@little-bench/shared/notifications/contract'
import type { Notice } from '@little-bench/shared/notifications/notices'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { servePension, visitor } from '../../../../test/components/pension-answers'
import { grantOf, servePeople } from '../../../../test/components/people-answers'
import { renderResident, signIn } from '../../../../test/components/render-resident'
import {
  issueId,
  type ResidentServer,
  startResidentServer,
  workItemId,
} from '../../../../test/components/resident-server'
import { visited } from '../../../../test/components/taro-api'
import { useSession } from '../../../platform/session'
import InboxPage from './index'

let server: ResidentServer

beforeEach(async () => {
  server = await startResidentServer()
  servePension(server)
  signIn()
})
afterEach(() => server.close())

const openMessage = async (kind: Notice, about: { subjectId?: null; workItemId?: null } = {}) => {
  const message = InboxMessage.parse({
    id: '0190b1c4-9999-7aaa-8bbb-000000000001',
    kind,
    text: '有一件事要告诉您',
    communityId: 'raosai',
    workItemId,
    subjectId: issueId,
    ...about,
    createdAt: '2026-11-28T02:00:00.000Z',
    readAt: null,
  })
  const before = server.more
  server.more = (call) =>
    call.path === '/api/my/inbox' ? [200, { items: [message], nextCursor: null, unread: 1 }] : before(call)
  renderResident(<InboxPage />, server)
  await userEvent.click(await screen.findByRole('link', { name: /有一件事要告诉您/ }))
}

test.each([
  ['proof_due', '/pension/pages/proof/index'],
  ['visit_planned', '/pension/pages/visit/index'],
  ['visit_outcome', '/pension/pages/visit/index'],
  ['replied', `/issues/pages/detail/index?communityId=raosai&id=${issueId}&workItemId=${workItemId}`],
  ['case_news', `/mediation/pages/case/index?communityId=raosai&id=${issueId}`],
  ['seat_offered', '/bookings/pages/mine/index'],
  ['slot_cancelled', '/bookings/pages/mine/index'],
  ['child_arrived', `/childcare/pages/booking/index?communityId=raosai&id=${issueId}`],
  ['absence_check', '/people/pages/grants-received/index'],
  ['grant_offered', '/people/pages/grants-received/index'],
  ['grant_review', '/people/pages/grants-given/index'],
  ['acted_for', '/people/pages/proxy-acts/index'],
  ['fact_refused', '/people/pages/facts/index'],
  ['household_joined', '/people/pages/household/index'],
  ['staff_dispatched', `/work-queue/pages/item/index?communityId=raosai&id=${workItemId}`],
  ['endorsed_withdrawn', '/issues/pages/public/index'],
] as const)('a message of %s opens what it is about', async (kind, path) => {
  await openMessage(kind)
  expect(visited.at(-1)).toBe(`navigateTo ${path}`)
})

test('whoever goes to the doors is led to their round', async () => {
  useSession.getState().begin('token', visitor)
  await openMessage('visit_changed')
  expect(visited.at(-1)).toBe('navigateTo /pension/pages/round/index')
})

test('a reported thing that nobody else may see any more opens what neighbours say', async () => {
  await openMessage('endorsed_closed', { subjectId: null, workItemId: null })
  expect(visited.at(-1)).toBe('navigateTo /issues/pages/public/index')
})

test.each([
  ['grants-given', [grantOf(1, { state: 'revoked', endedBy: 'agent' })]],
  ['grants-received', []],
] as const)('an acting-for that is over opens the side of its reader: %s', async (page, given) => {
  const people = servePeople(server)
  people.given = [...given]
  await openMessage('grant_revoked', { subjectId: null, workItemId: null })
  await expect.poll(() => visited.at(-1)).toBe(`navigateTo /people/pages/${page}/index`)
})
