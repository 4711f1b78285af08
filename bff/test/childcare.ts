import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { Answer, Api, Client } from './client.ts'
import { addPerson, personIdOf } from './factories.ts'
import { claim, residence } from './facts.ts'
import type { TestServer } from './server.ts'

export const RAOSAI = { communityId: 'raosai' }
export const CENTRE = 'raosai-childcare'
/** The day after the first of the tests; it can be booked until 18:00 of the first. */
export const TUESDAY = '2026-11-24'

type NewChild = CallInput<Api['saveChild']>['body']
export type SavedChild = CallResult<Api['saveChild']>
type NewBooking = CallInput<Api['bookChildcare']>['body']
export type Booked = CallResult<Api['bookChildcare']>

/** A child of a year and a half, which a grandmother may fetch. */
export const aChild = (changes: Partial<NewChild> = {}): NewChild => ({
  nickname: '示范宝宝',
  bornIn: '2025-05',
  allergies: '花生',
  pickUps: [{ name: '示范奶奶', relation: 'grandparent', phone: '0891-0000-789' }],
  consents: true,
  ...changes,
})

export const saveChild = (guardian: Client, changes: Partial<NewChild> = {}): Promise<SavedChild> =>
  guardian.call('saveChild', { params: RAOSAI, body: aChild(changes) })

/** A new resident who has said that they live in 绕赛. */
export const aGuardian = async (server: TestServer): Promise<Client> => {
  const guardian = await server.signIn(await addPerson(server, 'resident', RAOSAI))
  await claim(guardian, residence)
  return guardian
}

/** A guardian with one child. */
export const aFamily = async (server: TestServer, changes: Partial<NewChild> = {}) => {
  const guardian = await aGuardian(server)
  return { guardian, child: await saveChild(guardian, changes) }
}
export type Family = Awaited<ReturnType<typeof aFamily>>

export const aBooking = (childIds: readonly string[], changes: object = {}) => ({
  params: RAOSAI,
  body: { childIds, centreId: CENTRE, on: TUESDAY, session: 'full_day', ...changes },
})

export const tryToBook = (guardian: Client, childIds: readonly string[], changes: object = {}): Promise<Answer> =>
  guardian.attempt('bookChildcare', aBooking(childIds, changes))

/** Books for children; throws when it is refused. */
export const book = async (guardian: Client, childIds: readonly string[], changes: object = {}): Promise<Booked> => {
  const answer = await tryToBook(guardian, childIds, changes)
  if (answer.status !== 201) throw new Error(`bookChildcare answered ${answer.text}`)
  // The status was that of the contract, whose own test checks the shape.
  return answer.body as Booked
}

/** One booking for one child. */
export const bookOne = async ({ guardian, child }: Family, changes: Partial<NewBooking> = {}) => {
  const { bookings } = await book(guardian, [child.id], changes)
  const [booking] = bookings
  if (!booking) throw new Error('nothing was booked')
  return booking
}

/** Waits for a place of the full day. */
export const waitFor = async ({ guardian, child }: Family): Promise<Booked> => {
  const answer = await guardian.attempt('joinChildcareWaitlist', aBooking([child.id]))
  if (answer.status !== 201) throw new Error(`joinChildcareWaitlist answered ${answer.text}`)
  // The status was that of the contract, whose own test checks the shape.
  return answer.body as Booked
}

export const signInWorker = (server: TestServer, communityId = 'raosai'): Promise<Client> =>
  server.signIn(personIdOf(server, 'childcare_worker', { communityId }))

export const rosterOf = (worker: Client, on = TUESDAY) =>
  worker.call('getDayRoster', { params: { ...RAOSAI, centreId: CENTRE }, query: { on } })

/** The children of a roster, whatever their group. */
export const childrenOn = async (worker: Client, on = TUESDAY) =>
  (await rosterOf(worker, on)).groups.flatMap(({ children }) => children)

export const onBooking = (bookingId: string, body?: object) => ({
  params: { ...RAOSAI, bookingId },
  ...(body && { body }),
})

/** Everything of bookings that is in the database: what a refused call must leave as it was. */
export const bookingTables = (server: TestServer) =>
  server.sql(
    `select (select jsonb_agg(slot order by id) from slot where booked > 0) as slots,
       (select jsonb_agg(booking order by id) from booking) as bookings,
       (select jsonb_agg(event order by id) from booking_event event) as events,
       (select jsonb_agg(row order by id) from childcare_booking row) as rows,
       (select count(*)::int from slot_batch) as batches, (select count(*)::int from work_item) as items`,
  )

/** Books a session of the present day, which is past its cut-off again afterwards. */
export const bookToday = async (server: TestServer, family: Family) => {
  const on = shanghaiTime(server.clock.now()).date
  const setCutoff = (cutoff: string) =>
    server.sql(
      `update slot set cutoff_at = ${cutoff}, capacity = 100 where service = 'childcare' and service_on = $1`,
      [on],
    )
  await setCutoff('ends_at')
  const booking = await bookOne(family, { on, session: 'full_day' })
  await setCutoff("starts_at - interval '1 day'")
  return booking
}

/** Takes every seat of the youngest for a day, by nobody. */
export const fillInfants = (server: TestServer, on: string) =>
  server.sql(
    "update slot set booked = capacity where resource_id = 'raosai-childcare-infants' and kind = 'full_day' and service_on = $1",
    [on],
  )
