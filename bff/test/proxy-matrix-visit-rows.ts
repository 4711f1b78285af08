import { addDays } from '@little-bench/shared/kernel/time'
import type { homeVisitEndpoints, visitEndpoints } from '@little-bench/shared/pension/endpoints'
import { expect } from 'vitest'
import type { Answer, Client } from './client.ts'
import { IN_PERSON, type ProxyRow } from './proxy-matrix-row.ts'
import type { TestServer } from './server.ts'
import { aVisit, cardOf, onVisit, plan, RAOSAI, tryRequest } from './visits.ts'

/** It is the person's visit, whoever asks for it. */
const isTheirs = ({ body }: Answer): void => expect(Object(body).forWhom.isYou).toBe(false)

/** The visit that the person waits for; asked for by themselves when there is none. */
const visitOf = async (principal: Client) => {
  await tryRequest(principal)
  return cardOf(principal)
}

/** A daughter looks after a visit as after everything else; who goes where is the staff's own. */
export const createVisitProxyRows = (
  server: TestServer,
): Record<keyof typeof homeVisitEndpoints | keyof typeof visitEndpoints, ProxyRow> => {
  let on = '2026-12-01'
  return {
    requestHomeVisit: { input: () => ({ params: RAOSAI, body: aVisit() }), shows: isTheirs },
    rescheduleVisit: {
      input: async ({ principal }) => ({ params: onVisit(await visitOf(principal)), body: { notOn: ['2026-11-30'] } }),
      shows: isTheirs,
    },
    verifyVisitCode: {
      async input({ principal, people }) {
        const card = await visitOf(principal)
        on = addDays(on, 1)
        await plan(server, people.staff, { on, visitor: people.worker }, [card])
        return { params: onVisit(card), body: { code: '12' } }
      },
      shows: ({ body }) => expect(body).toEqual({ isRight: false, isLocked: false, triesLeft: 2 }),
    },
    cancelHomeVisit: {
      input: async ({ principal }) => ({ params: onVisit(await visitOf(principal)) }),
      shows: ({ body }) => expect(Object(body).visit).toBeNull(),
    },
    listHomeVisits: IN_PERSON,
    listVisitRounds: IN_PERSON,
    planVisitRound: IN_PERSON,
    recordVisitOutcome: IN_PERSON,
  }
}
