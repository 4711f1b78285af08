import { personIdOf } from './factories.ts'
import { CALLER, SESSION_NOTE } from './leak-matrix-counter.ts'
import { COMMUNITY, type LeakItems } from './leak-matrix-items.ts'
import type { Marks, Row } from './leak-matrix-rows.ts'
import type { TestServer } from './server.ts'

/** Whoever may help the residents of 绕赛 in person. */
const BESIDE = ['grid worker', 'worker of the next cell', 'grid leader', 'community staff']
const RESIDENTS = ['reporter', 'neighbour', 'resident elsewhere']
const only =
  (names: readonly string[], ...marks: string[]) =>
  (name: string): Marks =>
    names.includes(name) ? marks : undefined
/** Enough to find them and no more. */
const beside = only(BESIDE)
/** The whole name and number are for whoever calls them. */
const calling = only(['community staff'], CALLER.name, CALLER.phone)

const A_THING = { serviceCode: 'other', description: '别的事', placeId: 'raosai-small-square' }

/** What the counter does for people without an account, and whom it calls. */
export const createCounterRows = (server: TestServer, { people, counter }: LeakItems) => {
  const residentId = personIdOf(server, 'resident', COMMUNITY)
  const aSession = { params: COMMUNITY, body: { residentId, reason: 'counter' as const, note: SESSION_NOTE } }
  return {
    findResidents: [
      { input: () => ({ params: COMMUNITY, body: { name: CALLER.name } }), sees: beside },
      { input: () => ({ params: COMMUNITY, body: { phone: CALLER.phone } }), sees: beside },
    ],
    registerResident: { input: () => ({ params: COMMUNITY, body: CALLER }), sees: beside },
    getAssistSession: {
      async input() {
        await (await people.as('grid leader')).call('startAssistSession', aSession)
        return {}
      },
      sees: (name) => (name === 'grid leader' ? [SESSION_NOTE] : beside(name)),
    },
    startAssistSession: {
      input: (_caller, name) =>
        name === 'grid leader' ? aSession : { ...aSession, body: { residentId, reason: 'visit' } },
      sees: (name) => (name === 'grid leader' ? [SESSION_NOTE] : beside(name)),
    },
    endAssistSession: {
      async input() {
        const { id } = await (await people.as('grid leader')).call('startAssistSession', aSession)
        return { params: { sessionId: id } }
      },
      sees: only(['grid leader', 'neighbour'], SESSION_NOTE),
    },
    fileIssueForResident: {
      input: () => ({ params: COMMUNITY, body: { ...A_THING, resident: CALLER, source: 'phone' } }),
      sees: beside,
    },
    bindReceipt: { input: async () => ({ body: { code: await counter.aCode() } }), sees: only(RESIDENTS) },
    listCallList: { input: () => ({ params: COMMUNITY, query: { limit: 50 } }), sees: calling },
    recordCall: {
      async input() {
        const call = await counter.openCall()
        const body = { version: call?.version ?? 0, outcome: 'no_answer' }
        return { params: { ...COMMUNITY, callId: call?.id ?? '' }, body }
      },
      sees: calling,
    },
  } satisfies Record<string, Row | readonly Row[]>
}
