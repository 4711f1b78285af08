import { InboxMessage } from '@little-bench/shared/notifications/contract'
import type { Notice } from '@little-bench/shared/notifications/notices'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { servePension, visitor } from '../../../../test/components/pension-answers'
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

const openMessage = async (kind: Notice) => {
  const message = InboxMessage.parse({
    id: '0190b1c4-9999-7aaa-8bbb-000000000001',
    kind,
    text: '有一件事要告诉您',
    communityId: 'raosai',
    workItemId,
    subjectId: issueId,
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
] as const)('a message of %s opens what it is about', async (kind, path) => {
  await openMessage(kind)
  expect(visited.at(-1)).toBe(`navigateTo ${path}`)
})

test('whoever goes to the doors is led to their round', async () => {
  useSession.getState().begin('token', visitor)
  await openMessage('visit_changed')
  expect(visited.at(-1)).toBe('navigateTo /pension/pages/round/index')
})
