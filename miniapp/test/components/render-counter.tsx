import type { AssistReason } from '@little-bench/shared/people/assist'
import type { Person } from '@little-bench/shared/people/contract'
import { AssistSession } from '@little-bench/shared/people/counter.contract'
import type { RenderResult } from '@testing-library/react'
import type { ReactElement } from 'react'
import { useLastAssist } from '../../src/counter/last-assist'
import { communityStaff, resident } from './counter-examples'
import type { CounterServer } from './counter-server'
import { renderDesk } from './render-desk'

/** Shows a page of the counter as staff see it who have helped nobody yet. */
export const renderCounter = (
  page: ReactElement,
  server: CounterServer,
  person: Person = communityStaff,
): RenderResult => {
  useLastAssist.getState().forget()
  return renderDesk(page, server, '', person)
}

/** Staff already help the resident: as a page finds it that opens above the counter. */
export const openSession = (server: CounterServer, minutes = 30, reason: AssistReason = 'counter'): void => {
  const now = Date.now()
  server.session = AssistSession.parse({
    id: '0190b1c4-5555-7aaa-8bbb-000000000001',
    communityId: 'raosai',
    resident,
    reason,
    note: null,
    startedAt: new Date(now).toISOString(),
    endsAt: new Date(now + minutes * 60_000).toISOString(),
    endedAt: null,
  })
}
