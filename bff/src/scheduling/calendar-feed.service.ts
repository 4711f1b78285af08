import { randomBytes } from 'node:crypto'
import type { FileBody } from '@little-bench/shared/kernel/endpoint'
import { AppError } from '@little-bench/shared/kernel/errors'
import { type CalendarEvent, calendarFile } from '@little-bench/shared/scheduling/calendar-file'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { presentBookings } from './booking.presenter.ts'
import { deleteCalendarFeed, findPersonOfFeed, upsertCalendarFeed } from './calendar-feed.repository.ts'
import { listSeatsOfPerson } from './my-bookings.repository.ts'
import type { Scheduling } from './scheduling.ts'

const TOKEN_BYTES = 32
/** Nobody books further ahead than the house lets them: this is only a bound. */
const MOST_EVENTS = 200

/** Only this is stored: whoever reads the database finds no calendar with it. */
const hashOf = ({ sealer }: Scheduling, token: string): string => sealer.fingerprint(token, 'a calendar feed')

/** A new secret address, shown once. */
export const saveMyCalendarFeed = async (
  scheduling: Scheduling,
  { personId }: Viewer,
  write: Write,
): Promise<{ path: string }> => {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const now = scheduling.clock.now()
  await inTransaction(scheduling.db, now, write, (trx) =>
    upsertCalendarFeed(trx, { personId, tokenHash: hashOf(scheduling, token), now }),
  )
  return { path: `/api/calendar-feeds/${token}` }
}

export const endMyCalendarFeed = async (
  scheduling: Scheduling,
  { personId }: Viewer,
  write: Write,
): Promise<{ hasEnded: boolean }> => ({
  hasEnded: await inTransaction(scheduling.db, scheduling.clock.now(), write, (trx) =>
    deleteCalendarFeed(trx, personId),
  ),
})

/** Who has the address has the calendar: it says when and where, and nobody's name. Errors: `not_found`. */
export const readCalendarFeed = async (scheduling: Scheduling, token: string): Promise<FileBody> => {
  const personId = await findPersonOfFeed(scheduling.db, hashOf(scheduling, token))
  if (personId === undefined) throw new AppError('not_found')
  const now = scheduling.clock.now()
  const text = calendarFile(await eventsOf(scheduling, personId, now), { name: '小板凳', now })
  return {
    mediaType: 'text/calendar; charset=utf-8',
    fileName: 'bookings.ics',
    content: (async function* () {
      yield text
    })(),
  }
}

const eventsOf = async (scheduling: Scheduling, personId: string, now: Date): Promise<CalendarEvent[]> => {
  const bookings = await listSeatsOfPerson(scheduling.db, personId, { now, limit: MOST_EVENTS })
  const views = await presentBookings(
    scheduling,
    { actorId: personId, authority: null, language: 'zh' },
    bookings,
    () => false,
  )
  return views.map(({ id, title, placeName, startsAt, endsAt }) => ({
    id,
    title,
    place: placeName,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
  }))
}
