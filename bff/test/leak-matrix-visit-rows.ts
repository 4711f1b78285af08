import type { homeVisitEndpoints, visitEndpoints } from '@little-bench/shared/pension/endpoints'
import type { LeakItems } from './leak-matrix-items.ts'
import type { Marks, Row } from './leak-matrix-rows.ts'
import type { TestServer } from './server.ts'
import { aVisit, cardOf, MONDAY, onVisit, plan, RAOSAI, request, THURSDAY, versionOf, WEDNESDAY } from './visits.ts'

/** Who can be sent to a door, and has no round. */
const OTHER_VISITORS = ['grid worker', 'worker of the next cell', 'grid leader']
const only =
  (names: readonly string[], ...marks: string[]) =>
  (name: string): Marks =>
    names.includes(name) ? marks : undefined

/** Where the elders are and why they are visited is for whoever goes there, on that day. */
export const createVisitRows = (
  server: TestServer,
  { people, visits: { own, elders, waitingId } }: LeakItems,
): Record<keyof typeof homeVisitEndpoints | keyof typeof visitEndpoints, Row> => ({
  // Of the reporter one visit is open already.
  requestHomeVisit: { input: () => ({ params: RAOSAI, body: aVisit() }), sees: only(['neighbour', 'respondent']) },
  verifyVisitCode: {
    async input(caller, name) {
      if (name !== 'reporter') return { params: onVisit(own), body: { code: '12' } }
      // What they had was moved and cancelled above.
      await request(caller)
      const card = await cardOf(caller)
      const [planner, visitor] = [await people.as('community staff'), await people.as('visiting worker')]
      await plan(server, planner, { on: WEDNESDAY, visitor }, [card])
      return { params: onVisit(card), body: { code: '12' } }
    },
    sees: only(['reporter']),
  },
  rescheduleVisit: { input: () => ({ params: onVisit(own), body: {} }), sees: only(['reporter'], own.id) },
  cancelHomeVisit: { input: () => ({ params: onVisit(own) }), sees: only(['reporter']) },
  listHomeVisits: { input: () => ({ params: RAOSAI }), sees: only(['community staff'], waitingId) },
  listVisitRounds: {
    input: () => ({ params: RAOSAI, query: { on: MONDAY, days: 14 } }),
    sees(name) {
      if (name === 'visiting worker') return Object.values(elders)
      return name === 'community staff' ? [elders.id] : only(OTHER_VISITORS)(name)
    },
  },
  planVisitRound: {
    async input() {
      const { personId: visitorId } = await people.as('visiting worker')
      const version = await versionOf(server, waitingId)
      return {
        params: { ...RAOSAI, on: THURSDAY, visitorId },
        body: { visits: [{ visitId: waitingId, version, from: 600, until: 660 }] },
      }
    },
    sees: only(['community staff'], waitingId),
  },
  recordVisitOutcome: {
    input: () => ({ params: onVisit(elders), body: { outcome: 'done' } }),
    sees: only(['visiting worker'], elders.id),
  },
})
