import { DANCE, dateOf, fill, RAOSAI, signUp, WEEKEND_SCHOOL } from './activities.ts'
import { aFamily } from './childcare.ts'
import type { Client, Loose } from './client.ts'
import type { LeakItems } from './leak-matrix-items.ts'
import type { Row } from './leak-matrix-rows.ts'
import type { TestServer } from './server.ts'

const STAFF = 'community staff'
const PUPIL = 'MARK-PUPIL'
export const PUPIL_WORDS = [PUPIL]

/** Whoever keeps the list of a lesson knows who comes. */
export const pupilWordsFor = (name: string): readonly string[] => (name === STAFF ? PUPIL_WORDS : [])

/** A lesson of the present day, which the clock of the tests has no Saturday for. */
const moveLesson = (server: TestServer) =>
  server.sql(
    "update slot set service_on = '2026-11-23', capacity = 1000 where resource_id = $1 and service_on = '2026-11-28'",
    [WEEKEND_SCHOOL],
  )

/** Calls about courses and lessons, each valid for whoever is permitted. */
export const createActivityRows = (server: TestServer, { people }: LeakItems) => {
  const toStaff = (name: string) => (name === STAFF ? [PUPIL] : undefined)
  const toNeighbours = (name: string) => (['reporter', 'neighbour'].includes(name) ? [] : undefined)
  const lesson = async () => {
    await moveLesson(server)
    return dateOf(server, WEEKEND_SCHOOL, '2026-11-23')
  }
  const aPupil = async () => {
    const { guardian, child } = await aFamily(server, { nickname: PUPIL, bornIn: '2018-01' })
    return signUp(guardian, await lesson(), { childId: child.id, consents: true })
  }
  const comingPupil = async (_caller: Client, name: string): Promise<Loose> => {
    const address = await aPupil()
    const staff = await people.as(STAFF)
    if (name === STAFF) await staff.attempt('checkInActivity', { ...address, body: {} })
    return address
  }
  return {
    listActivities: { input: () => ({ params: RAOSAI }) },
    signUpForActivity: {
      input: async () => ({ ...(await dateOf(server, DANCE, '2026-11-24')), body: {} }),
      sees: toNeighbours,
    },
    joinActivityWaitlist: {
      input: async () => ({ ...(await fill(server, await dateOf(server, DANCE, '2026-11-26'))), body: {} }),
      sees: toNeighbours,
    },
    cancelActivitySignUp: {
      async input(_caller, name) {
        const reporter = await people.as('reporter')
        const date = await dateOf(server, DANCE, name === 'reporter' ? '2026-12-01' : '2026-12-03')
        const { body } = await reporter.attempt('signUpForActivity', { ...date, body: {} })
        if (name === 'reporter') return { params: { ...RAOSAI, bookingId: String(Object(body).id) } }
        const [booking] = await server.sql<{ id: string }>('select id from booking where slot_id = $1', [
          date.params.slotId,
        ])
        return { params: { ...RAOSAI, bookingId: booking?.id ?? '' } }
      },
      sees: (name) => (name === 'reporter' ? [] : undefined),
    },
    getActivityRoster: {
      async input() {
        await aPupil()
        return lesson()
      },
      sees: toStaff,
    },
    checkInActivity: { input: async () => ({ ...(await aPupil()), body: {} }), sees: toStaff },
    cancelActivityDate: {
      async input() {
        const date = await dateOf(server, WEEKEND_SCHOOL, '2026-12-05')
        await server.sql('update slot set is_open = true where id = $1', [date.params.slotId])
        return date
      },
      sees: (name) => (name === STAFF ? [] : undefined),
    },
    undoActivityCheckIn: { input: comingPupil, sees: toStaff },
  } satisfies Record<string, Row | readonly Row[]>
}
