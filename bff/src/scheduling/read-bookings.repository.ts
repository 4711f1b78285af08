import { type BookingState, LIVE_STATES } from '@little-bench/shared/scheduling/bookings'
import type { SlotService } from '@little-bench/shared/scheduling/slots'
import { type Kysely, sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'
import { prepared, type Slot } from '../platform/db/prepared.ts'
import type { DB } from '../platform/db/tables.generated.ts'
import type { BookingRow } from './booking.repository.ts'
import type { SlotRow } from './slot.repository.ts'

type Db = DbOf<'booking' | 'slot'>

const isLive = sql<BookingState>`any(${sql.val([...LIVE_STATES])}::text[])`
const oneOf = (ids: readonly string[]) => sql<string>`any(${sql.val([...ids])}::uuid[])`

/** Bookings by id. */
export const listBookingsByIds = async (
  db: Db,
  communityId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, BookingRow>> => {
  if (ids.length === 0) return new Map()
  const rows = await tables(db)
    .selectFrom('booking')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('id', '=', oneOf(ids))
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** What somebody has of these slots now: a seat, or a place among those who wait; by slot id. */
export const listLiveBookingsOf = async (
  db: Db,
  { communityId, subjectId }: { communityId: string; subjectId: string },
  slotIds: readonly string[],
): Promise<ReadonlyMap<string, BookingRow>> => {
  if (slotIds.length === 0) return new Map()
  const rows = await tables(db)
    .selectFrom('booking')
    .selectAll()
    .where('community_id', '=', communityId)
    .where('slot_id', '=', oneOf(slotIds))
    .where('subject_id', '=', subjectId)
    .where('state', '=', isLive)
    .execute()
  return new Map(rows.map((row) => [row.slot_id, row]))
}

/** How many wait for a seat, by slot id; slots that nobody waits for are left out. */
export const countWaiting = async (
  db: Db,
  communityId: string,
  slotIds: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  if (slotIds.length === 0) return new Map()
  const rows = await waitingOf(db, { communityId, slotIds: [...slotIds] })
  return new Map(rows.map(({ slot_id: slotId, waiting }) => [slotId, waiting]))
}

const waitingOf = prepared((db: Kysely<Pick<DB, 'booking'>>, value: Slot<'communityId' | 'slotIds'>) =>
  db
    .selectFrom('booking')
    .select(({ fn }) => ['slot_id', fn.countAll<number>().as('waiting')])
    .where('community_id', '=', value('communityId'))
    .where('slot_id', '=', sql<string>`any(${value('slotIds')}::uuid[])`)
    // In the text, so that the index of those who wait is the one that is used.
    .where('state', '=', sql.lit('waitlisted' as const))
    .groupBy('slot_id'),
)

/** Open slots of a service, in every community, whose cut-off comes between two instants. */
export const listSlotsByCutoff = (
  db: Db,
  service: SlotService,
  { after, until }: { after: Date; until: Date },
): Promise<SlotRow[]> =>
  tables(db)
    .selectFrom('slot')
    .selectAll()
    .where('service', '=', service)
    .where('is_open', '=', true)
    .where('cutoff_at', '>', after.toISOString())
    .where('cutoff_at', '<=', until.toISOString())
    .orderBy('cutoff_at')
    .orderBy('id')
    .execute()

/** Whether somebody came to their former bookings of a service or not, the newest first. */
export const listPastStates = async (
  db: Db,
  { communityId, subjectId, service }: { communityId: string; subjectId: string; service: SlotService },
  before: string,
  limit: number,
): Promise<BookingState[]> => {
  const rows = await tables(db)
    .selectFrom('booking')
    .innerJoin('slot', (join) =>
      join.onRef('slot.community_id', '=', 'booking.community_id').onRef('slot.id', '=', 'booking.slot_id'),
    )
    .select('booking.state')
    .where('booking.community_id', '=', communityId)
    .where('booking.person_id', '=', subjectId)
    .where('booking.subject_id', '=', subjectId)
    .where('slot.service', '=', service)
    .where('booking.state', '=', sql<BookingState>`any(${sql.val(['served', 'no_show'])}::text[])`)
    .where('slot.starts_at', '<', before)
    .orderBy('slot.starts_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ state }) => state)
}

/**
 * Whether an open slot is full and has nothing for somebody: no booking of theirs, whatever became of it (they may repeat
 * what they sent), and no seat that was kept long enough. It holds for the moment in which it was read.
 */
export const isFullFor = async (db: Db, slot: SlotRow, personId: string, now: Date): Promise<boolean> => {
  const isBookable = slot.is_open && new Date(slot.cutoff_at) > now
  if (!isBookable || slot.booked < slot.capacity) return false
  const [row] = await fullFor(db, {
    communityId: slot.community_id,
    slotId: slot.id,
    personId,
    now: now.toISOString(),
  })
  return row?.is_full === true
}

const fullFor = prepared(
  (db: Kysely<Pick<DB, 'booking'>>, value: Slot<'communityId' | 'slotId' | 'personId' | 'now'>) =>
    db.selectNoFrom(({ and, exists, not, selectFrom }) => {
      const ofSlot = selectFrom('booking')
        .select('booking.id')
        .where('booking.community_id', '=', value('communityId'))
        .where('booking.slot_id', '=', value('slotId'))
      return and([
        not(exists(ofSlot.where('booking.person_id', '=', value('personId')))),
        not(exists(ofSlot.where('booking.expires_at', '<=', value('now')))),
      ]).as('is_full')
    }),
)
