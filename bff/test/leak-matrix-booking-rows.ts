import { type BookedBeside, takeBookingsBeside } from './booked-service.ts'
import { bookedBy, heldBy, offeredTo, waitingBehind } from './bookings.ts'
import type { Client, Loose } from './client.ts'
import type { LeakItems } from './leak-matrix-items.ts'
import type { Row } from './leak-matrix-rows.ts'
import type { Callers } from './planted.ts'
import type { TestServer } from './server.ts'

const RESIDENTS = ['reporter', 'neighbour', 'resident elsewhere']

export interface PlantedBooking {
  service: BookedBeside
  address: { params: { communityId: string; bookingId: string } }
  /** Words that name it. */
  words: readonly string[]
}

/** A seat of the reporter's. */
export const plantBooking = async (server: TestServer, people: Callers): Promise<PlantedBooking> => {
  const { scheduling } = server.app
  const service = takeBookingsBeside(scheduling)
  const address = await bookedBy(scheduling, people.reporterId, await service.addSlot(5))
  return { service, address, words: [address.params.bookingId] }
}

/** The secret address is the right to read: whoever has it, is answered. */
export const bookingWordsFor = (name: string, { words }: PlantedBooking, operation: string): readonly string[] =>
  name === 'reporter' || operation === 'getMyCalendarFeed' ? words : []

/** A booking is its person's alone; staff see the lists of their service, and nothing here. */
export const createBookingRows = ({ app }: TestServer, { people, booking }: LeakItems) => {
  const { service, address, words } = booking
  const world = { scheduling: app.scheduling, service }
  const toReporter = (name: string) => (name === 'reporter' ? [] : undefined)
  const reporter = () => people.as('reporter')
  const keeper = () => people.as('neighbour')
  /** What is refused to everybody, because it is booked, and then what the reporter may do with one in the right state. */
  const move = (make: () => Promise<Loose>): Row[] => [{ input: () => address }, { input: make, sees: toReporter }]
  const held = async () => heldBy(await reporter(), await service.addSlot(1))
  const offered = async () => offeredTo(world, people.reporterId, await keeper())
  return {
    listMyBookings: { input: () => ({}), sees: (name) => (RESIDENTS.includes(name) ? ownOf(name, words) : undefined) },
    holdSlot: {
      input: async () => ({ params: { ...(await service.addSlot(1)) }, body: {} }),
      sees: (name) => (RESIDENTS.includes(name) ? [] : undefined),
    },
    extendHold: move(held),
    releaseHold: move(held),
    acceptOffer: move(offered),
    declineOffer: move(offered),
    leaveWaitlist: move(async () => (await waitingBehind(world, people.reporterId, await keeper())).waiting),
    saveMyCalendarFeed: { input: () => ({}), sees: (name) => (RESIDENTS.includes(name) ? [] : undefined) },
    endMyCalendarFeed: { input: () => ({}), sees: (name) => (RESIDENTS.includes(name) ? [] : undefined) },
    getMyCalendarFeed: [
      { input: async () => ({ params: { token: await tokenOf(await reporter()) } }), sees: () => words },
      { input: () => ({ params: { token: 'nobody-has-this-token' } }) },
    ],
  } satisfies Record<string, Row | readonly Row[]>
}

const ownOf = (name: string, words: readonly string[]) => (name === 'reporter' ? words : [])

const tokenOf = async (client: Client): Promise<string> =>
  (await client.call('saveMyCalendarFeed')).path.split('/').at(-1) ?? ''
