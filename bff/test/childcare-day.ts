import { vi } from 'vitest'
import { aFamily, bookOne, type Family, onBooking, signInWorker } from './childcare.ts'
import type { TestServer } from './server.ts'

/** Nine in the morning of the Tuesday. */
export const MORNING = '2026-11-24T01:00:00.000Z'
export const EVENING = '2026-11-24T09:30:00.000Z'
/** The full day ends at 17:30. */
export const LATE = '2026-11-24T10:00:00.000Z'

const NOTICES = [
  'child_arrived',
  'child_picked_up',
  'child_arrival_undone',
  'child_pick_up_undone',
  'child_not_picked_up',
]

/** A booked child and its worker, on the morning of the day. */
export const onTheDay = async (server: TestServer, session: 'full_day' | 'morning' = 'full_day') => {
  const family = await aFamily(server)
  const booking = await bookOne(family, { session, note: '午睡要抱着' })
  server.clock.set(MORNING)
  return { ...family, booking, worker: await signInWorker(server) }
}
export type Day = Awaited<ReturnType<typeof onTheDay>>

export const arrive = ({ worker, booking }: Pick<Day, 'worker' | 'booking'>, body = {}) =>
  worker.attempt('recordArrival', onBooking(booking.id, body))
export const fetchedBy = ({ worker, booking }: Pick<Day, 'worker' | 'booking'>, body: object) =>
  worker.attempt('recordPickUp', onBooking(booking.id, { pickUpId: null, way: 'known', ...body }))

/** What the family was told of its child, the first first, once it is so much. */
export const noticesOf = ({ guardian }: Pick<Family, 'guardian'>, count: number): Promise<string[]> =>
  vi.waitFor(async () => {
    const { items } = await guardian.call('listInbox', { query: { limit: 50 } })
    const told = items.filter(({ kind }) => NOTICES.includes(kind)).map(({ text }) => text)
    if (told.length < count) throw new Error(`${told.length} of ${count} notices`)
    return told.toReversed()
  })

export const codeOf = async (attempt: Promise<{ code: string | undefined; status: number }>) => {
  const { code, status } = await attempt
  return code ?? status
}
