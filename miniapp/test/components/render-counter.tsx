import type { Person } from '@little-bench/shared/people/contract'
import type { RenderResult } from '@testing-library/react'
import type { ReactElement } from 'react'
import { useLastAssist } from '../../src/counter/last-assist'
import { communityStaff } from './counter-examples'
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
