import { hasPower } from '@little-bench/shared/people/powers'
import type { BOOKING_OWNERS, BOOKING_VIEWS } from '@little-bench/shared/scheduling/contract'
import { SLOT_SERVICES } from '@little-bench/shared/scheduling/slots'
import { listCountingGrants, recordReads } from '../people/index.ts'
import { reaches } from '../platform/authority.ts'
import { instantAndIdOfCursor, pageOfRows } from '../platform/db/cursor.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type BookingView, type MayDo, presentBookings } from './booking.presenter.ts'
import { listReadableBookings } from './my-bookings.repository.ts'
import type { Scheduling } from './scheduling.ts'

interface Request {
  when: (typeof BOOKING_VIEWS)[number]
  whose: (typeof BOOKING_OWNERS)[number]
  cursor?: string | undefined
  limit: number
}

interface Page {
  items: BookingView[]
  nextCursor: string | null
}

/**
 * One's own bookings, or the family's too: of everybody who lets the viewer look at that service. Reading of a child at the
 * counter leaves a line.
 */
export const listMyBookings = (scheduling: Scheduling, viewer: Viewer, request: Request): Promise<Page> => {
  if (viewer.authority?.kind !== 'assist_session') return readPage(scheduling, viewer, request)
  const now = scheduling.clock.now()
  return inTransaction(scheduling.db, now, PLAIN_WRITE, async (trx) => {
    const page = await readPage({ ...scheduling, db: trx }, viewer, request)
    const ofChildren = page.items.filter(({ forWhom }) => forWhom.childName !== null)
    for (const communityId of new Set(ofChildren.map((booking) => booking.communityId))) {
      await recordReads(trx, { communityId, readerId: viewer.actorId, what: 'facts' }, [viewer.personId], now)
    }
    return page
  })
}

const readPage = async (
  scheduling: Scheduling,
  viewer: Viewer,
  { when, whose, cursor, limit }: Request,
): Promise<Page> => {
  const mayDo = whose === 'family' && viewer.authority === null ? await inFamily(scheduling, viewer) : mayDoFor(viewer)
  const now = scheduling.clock.now()
  const rows = await listReadableBookings(scheduling.db, mayDo.readable, {
    when,
    now,
    after: instantAndIdOfCursor(cursor),
    limit,
  })
  const page = pageOfRows(rows, limit, (row) => [row.starts_at, row.id])
  return {
    items: await presentBookings(scheduling, viewer, page.rows, mayDo.mayDo),
    nextCursor: page.nextCursor,
  }
}

/** In one's own business everything; acting for somebody, what the authority reaches. */
export const mayDoFor = (viewer: Viewer) => {
  const mayDo: MayDo = (personId, service, power) => personId === viewer.personId && reaches(viewer, service, power)
  return { mayDo, readable: readableOf([viewer.personId], mayDo) }
}

const inFamily = async (scheduling: Scheduling, viewer: Viewer) => {
  const grants = await listCountingGrants(scheduling, viewer.personId)
  const mayDo: MayDo = (personId, service, power) =>
    personId === viewer.personId ||
    grants.some((grant) => grant.principalId === personId && hasPower(grant.scopes, service, power))
  const people = [viewer.personId, ...grants.map(({ principalId }) => principalId)]
  return { mayDo, readable: readableOf([...new Set(people)], mayDo) }
}

const readableOf = (people: readonly string[], mayDo: MayDo) =>
  people.flatMap((personId) =>
    SLOT_SERVICES.filter((service) => mayDo(personId, service, 'read')).map((service) => ({ personId, service })),
  )
