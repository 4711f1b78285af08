import { aBooking, aFamily, bookOne, bookToday, CENTRE, fillInfants, RAOSAI, saveChild, TUESDAY } from './childcare.ts'
import type { Client, Loose } from './client.ts'
import type { LeakItems } from './leak-matrix-items.ts'
import type { Row } from './leak-matrix-rows.ts'
import type { Callers } from './planted.ts'
import type { TestServer } from './server.ts'

const RESIDENTS = ['reporter', 'neighbour', 'resident elsewhere']
const WORKER = 'childcare worker'
/** Of the reporter's booked child, and of one that no centre has to do with. */
const OWN = { nickname: 'MARK-OWN-CHILD', allergies: 'MARK-OWN-ALLERGY' }
const UNBOOKED = 'MARK-UNBOOKED-CHILD'
/** Of a child that is looked after today, and of whoever fetches it. */
const HANDED = { nickname: 'MARK-HANDED-CHILD', allergies: 'MARK-HANDED-ALLERGY' }
const GRANDMOTHER = 'MARK-GRANDMOTHER'
const BOOKED_WORDS = [...Object.values(OWN), ...Object.values(HANDED), GRANDMOTHER]

const FAR_DAY = '2026-12-04'
const openAgain = (server: TestServer, on: string) =>
  server.sql("update slot set is_open = true where service = 'childcare' and service_on = $1", [on])

export const CHILD_WORDS = [...BOOKED_WORDS, UNBOOKED]

/** The reporter knows their children; whoever looks after children those who are booked. */
export const childWordsFor = (name: string): readonly string[] => {
  if (name === WORKER) return BOOKED_WORDS
  return name === 'reporter' ? [...Object.values(OWN), UNBOOKED] : []
}

/** A child of the reporter's that is booked for the next day, and one that is not booked at all. */
export const plantChildren = async (people: Callers) => {
  const guardian = await people.as('reporter')
  const child = await saveChild(guardian, OWN)
  await saveChild(guardian, { nickname: UNBOOKED })
  return { child, booking: await bookOne({ guardian, child }, { note: '午睡要抱着' }) }
}

/** Calls about children, each valid for whoever is permitted. */
export const createChildcareRows = (server: TestServer, { people, children }: LeakItems) => {
  const toReporter =
    (...marks: string[]) =>
    (name: string) =>
      name === 'reporter' ? marks : undefined
  const toWorker =
    (...marks: string[]) =>
    (name: string) =>
      name === WORKER ? marks : undefined
  const toResidents = (name: string) => (RESIDENTS.includes(name) ? [] : undefined)
  const inRaosai = { input: () => ({ params: RAOSAI }) }
  const ofChild = { params: { ...RAOSAI, childId: children.child.id } }
  const ofBooking = { params: { ...RAOSAI, bookingId: children.booking.id } }
  const infantOf = (guardian: Client) => saveChild(guardian, { ...OWN, bornIn: '2026-04' })
  const fresh =
    (make: (guardian: Client) => Promise<Loose>, otherwise: Loose) => async (_caller: Client, name: string) =>
      name === 'reporter' ? make(await people.as('reporter')) : otherwise
  /** Another child that is at the centre today, after what the worker has done with it. */
  const handed =
    (...done: ['recordArrival'?, 'recordPickUp'?]) =>
    async (caller: Client, name: string): Promise<Loose> => {
      const pickUps = [{ name: GRANDMOTHER, relation: 'grandparent' as const }]
      const booking = await bookToday(server, await aFamily(server, { ...HANDED, pickUps }))
      const address = { params: { ...RAOSAI, bookingId: booking.id } }
      for (const operation of name === WORKER ? done : []) {
        await caller.attempt(operation ?? 'recordArrival', { ...address, body: { pickUpId: null, way: 'known' } })
      }
      return { ...address, body: { pickUpId: null, way: 'known' } }
    }
  const withoutBody = async (address: Promise<Loose>): Promise<Loose> => ({ params: (await address).params ?? {} })
  return {
    listChildren: { ...inRaosai, sees: toReporter(...Object.values(OWN), UNBOOKED) },
    saveChild: {
      input: () => ({ params: RAOSAI, body: { nickname: '小名', bornIn: '2025-05', consents: true } }),
      sees: toResidents,
    },
    removeChild: {
      input: fresh(
        async (guardian) => ({ params: { ...RAOSAI, childId: (await saveChild(guardian, OWN)).id } }),
        ofChild,
      ),
      sees: toReporter(),
    },
    listChildReads: { input: () => ofChild, sees: toReporter() },
    listChildcareCentres: inRaosai,
    listChildcareSlots: { input: () => ({ params: RAOSAI, query: { on: TUESDAY } }) },
    bookChildcare: {
      input: fresh(
        async (guardian) => aBooking([(await saveChild(guardian, OWN)).id], { session: 'morning' }),
        aBooking([children.child.id], { session: 'morning' }),
      ),
      sees: toReporter(OWN.nickname),
    },
    joinChildcareWaitlist: {
      input: fresh(
        async (guardian) => {
          await fillInfants(server, TUESDAY)
          return aBooking([(await infantOf(guardian)).id])
        },
        aBooking([children.child.id]),
      ),
      sees: toReporter(OWN.nickname),
    },
    getChildcareBooking: { input: () => ofBooking, sees: toReporter(OWN.nickname) },
    cancelChildcareBooking: {
      input: fresh(async (guardian) => {
        const child = await saveChild(guardian, OWN)
        const { id } = await bookOne({ guardian, child }, { session: 'afternoon' })
        return { params: { ...RAOSAI, bookingId: id } }
      }, ofBooking),
      sees: toReporter(OWN.nickname),
    },
    reportAbsence: {
      input: fresh(
        async (guardian) => {
          const { id } = await bookToday(server, { guardian, child: await saveChild(guardian, OWN) })
          return { params: { ...RAOSAI, bookingId: id }, body: { reason: 'ill' } }
        },
        { ...ofBooking, body: { reason: 'ill' } },
      ),
      sees: toReporter(OWN.nickname),
    },
    getDayRoster: {
      input: () => ({ params: { ...RAOSAI, centreId: CENTRE }, query: { on: TUESDAY } }),
      sees: toWorker(...Object.values(OWN)),
    },
    recordArrival: { input: handed(), sees: toWorker(...Object.values(HANDED), GRANDMOTHER) },
    undoArrival: {
      input: (caller, name) => withoutBody(handed('recordArrival')(caller, name)),
      sees: toWorker(...Object.values(HANDED), GRANDMOTHER),
    },
    recordPickUp: { input: handed('recordArrival'), sees: toWorker(...Object.values(HANDED), GRANDMOTHER) },
    undoPickUp: {
      input: (caller, name) => withoutBody(handed('recordArrival', 'recordPickUp')(caller, name)),
      sees: toWorker(...Object.values(HANDED), GRANDMOTHER),
    },
    // A day that nobody else here has booked: closed for one caller, it is closed for the next.
    closeChildcareDay: {
      async input() {
        await openAgain(server, FAR_DAY)
        return { params: { ...RAOSAI, centreId: CENTRE }, body: { on: FAR_DAY } }
      },
      sees: toWorker(),
    },
  } satisfies Record<string, Row | readonly Row[]>
}
