import { SEATED_STATES } from '@little-bench/shared/scheduling/bookings'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf, createClient, type OperationName } from '../../test/client.ts'
import { BOOKED_MAIN, type ServerProcess, startServerProcess } from '../../test/server-process.ts'
import { startThrowawayPostgres, type ThrowawayPostgres } from '../../test/throwaway-postgres.ts'

const PEOPLE = 24
/** Everybody wants a seat of each; there are this many. */
const SLOTS = 30
const SEATS = 5
/** Somebody gives the seat back that others wait for, in each of these. */
const WAITED_FOR = 20
const WAITING = 3
/** Killed when so many writes were answered, while others are under way. */
const ANSWERED = 150
const HOUR_MS = 3_600_000

let postgres: ThrowawayPostgres
let server: ServerProcess
let database: pg.Pool
let boss: PgBoss

beforeAll(async () => {
  postgres = await startThrowawayPostgres()
  database = new pg.Pool({ connectionString: postgres.url, max: 2 })
  server = await startServerProcess(postgres.url, BOOKED_MAIN)
  boss = new PgBoss({ connectionString: postgres.url, supervise: false, schedule: false, migrate: false })
  await boss.start()
})
afterAll(async () => {
  await boss.stop({ graceful: false })
  await server.kill()
  await database.end()
  await postgres.stop()
})

const rows = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await database.query<Row>(text, values)).rows
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

interface Person {
  id: string
  token: string
}

const addPerson = async (): Promise<Person> => {
  const id = uuidv7()
  await rows(`insert into person (id, name, is_demo, created_at) values ($1, '示范人员', true, now())`, [id])
  await rows(`insert into role_assignment (person_id, role, community_id) values ($1, 'resident', 'raosai')`, [id])
  const { token } = await createClient(server.url, undefined, '').call('startDemoSession', { body: { personId: id } })
  return { id, token }
}

/** Each in an hour of its own, some days from now. */
const addSlot = async (index: number, capacity: number): Promise<string> => {
  const id = uuidv7()
  const startsAt = new Date(Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + (48 + index) * HOUR_MS)
  const endsAt = new Date(startsAt.getTime() + HOUR_MS)
  await rows(
    `insert into slot (community_id, id, service, resource_id, kind, service_on, starts_at, ends_at, cutoff_at, capacity)
     values ('raosai', $1, 'canteen', $1::uuid::text, 'lunch', $2::timestamptz::date, $2, $3::timestamptz, $2, $4)`,
    [id, startsAt, endsAt, capacity],
  )
  return id
}

/** One request that is sent again, under its key, until it is answered. */
interface Write {
  person: Person
  operation: Extract<OperationName, 'holdSlot' | 'releaseHold'>
  params: Record<string, string>
  key: string
}
/** What came back: the booking's id unless it was refused. */
interface Answer {
  status: number
  bookingId: string | undefined
}
type Answered = Answer & { write: Write }

/** Undefined when the server is not there to answer. */
const send = async ({ person, operation, params, key }: Write): Promise<Answer | undefined> => {
  const headers = {
    Authorization: `Bearer ${person.token}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': key,
  }
  try {
    const isHold = operation === 'holdSlot'
    const response = await fetch(server.url + addressOf(operation, { params }), {
      method: isHold ? 'POST' : 'DELETE',
      headers,
      ...(isHold && { body: '{}' }),
    })
    const body: unknown = await response.json()
    return { status: response.status, bookingId: response.status < 300 ? String(Object(body).id) : undefined }
  } catch {
    return undefined
  }
}

const work = async (writes: readonly Write[], answered: Answered[]): Promise<void> => {
  for (const write of writes) {
    for (;;) {
      const answer = await send(write)
      if (answer) {
        answered.push({ write, ...answer })
        break
      }
      await pause(100)
    }
  }
}

const hold = (person: Person, slotId: string): Write => ({
  person,
  operation: 'holdSlot',
  params: { communityId: 'raosai', slotId },
  key: `hold-${slotId}-${person.id}`,
})

/** A slot whose only seat somebody holds while others wait for it; half of the holds have run out. */
const addWaitedFor = async (
  index: number,
  people: readonly Person[],
): Promise<{ slotId: string; write: Write | undefined }> => {
  const slotId = await addSlot(SLOTS + index, 1)
  const [keeper, ...waiting] = people.slice(0, 1 + WAITING)
  if (!keeper) throw new Error('there is nobody')
  const held = await send(hold(keeper, slotId))
  const bookingId = held?.bookingId ?? ''
  for (const { id } of waiting) {
    await rows(
      `insert into booking (community_id, id, slot_id, subject_id, person_id, state, during, waitlist_reason, expires_at, created_at)
       select community_id, $1, id, $2, $2, 'waitlisted', tstzrange(starts_at, ends_at), 'lives_here', cutoff_at, now()
       from slot where id = $3`,
      [uuidv7(), id, slotId],
    )
  }
  if (index % 2 === 0) {
    await rows(`update booking set expires_at = now() - interval '1 minute' where id = $1`, [bookingId])
    return { slotId, write: undefined }
  }
  const params = { communityId: 'raosai', bookingId }
  return { slotId, write: { person: keeper, operation: 'releaseHold', params, key: `release-${bookingId}` } }
}

/** What the schedule does every minute, asked for at once and by several. */
const moveSeats = async (): Promise<void> => {
  await Promise.all([1, 2, 3].map(() => boss.send('move-seats', {})))
  // A job that was under way in the killed process is given to another once its time is over.
  await rows("update pgboss.job set started_on = now() - interval '1 day' where state = 'active'")
  await boss.supervise()
  await expect.poll(isNothingToMove, { timeout: 60_000, interval: 200 }).toBe(true)
}
const isNothingToMove = async (): Promise<boolean> => {
  const [row] = await rows<{ waiting: string }>(
    `select count(*) as waiting from pgboss.job where name = 'move-seats' and state < 'completed'`,
  )
  return row?.waiting === '0'
}

test('killed in the middle of many bookings, the server loses none that was answered, makes none too many and offers every freed seat', async () => {
  const people = await Promise.all(Array.from({ length: PEOPLE }, addPerson))
  const slotIds = await Promise.all(Array.from({ length: SLOTS }, (_unused, index) => addSlot(index, SEATS)))
  const waitedFor = []
  for (let index = 0; index < WAITED_FOR; index += 1) waitedFor.push(await addWaitedFor(index, people))
  const releases = waitedFor.flatMap(({ write }) => write ?? [])
  // Everybody begins elsewhere, so that many slots are asked for at the same moment.
  const shares = people.map((person, who) => [
    ...slotIds.map((_slotId, index) => hold(person, slotIds[(index + who) % SLOTS] ?? '')),
    ...releases.filter((write) => write.person === person),
  ])
  const answered: Answered[] = []
  const working = Promise.all(shares.map((share) => work(share, answered)))
  while (answered.length < ANSWERED) await Promise.race([working, pause(2)])
  await server.kill()
  const beforeTheKill = answered.filter(({ bookingId }) => bookingId !== undefined)
  expect(answered.length).toBeLessThan(shares.flat().length)
  expect(beforeTheKill.length).toBeGreaterThan(0)

  server = await startServerProcess(postgres.url, BOOKED_MAIN)
  await working
  await moveSeats()

  const bookings = await rows<{ id: string; slot_id: string; person_id: string; state: string }>(
    'select id, slot_id, person_id, state from booking',
  )
  const stateOf = new Map(bookings.map(({ id, state }) => [id, state]))
  const promised = answered.flatMap(({ write, bookingId }) => (bookingId ? [{ write, bookingId }] : []))
  expect(promised.filter(({ bookingId }) => !stateOf.has(bookingId))).toEqual([])
  const released = new Set(
    promised.filter(({ write }) => write.operation === 'releaseHold').map(({ bookingId }) => bookingId),
  )
  expect(released.size).toBe(releases.length)
  for (const { bookingId } of promised) {
    expect([bookingId, stateOf.get(bookingId)]).toEqual([bookingId, released.has(bookingId) ? 'cancelled' : 'held'])
  }

  const slots = await rows<{
    id: string
    capacity: number
    booked: number
    seated: number
    waiting: number
    offered: number
  }>(
    `select id, capacity, booked,
       (select count(*)::int from booking where slot_id = slot.id and state = any($1)) as seated,
       (select count(*)::int from booking where slot_id = slot.id and state = 'waitlisted') as waiting,
       (select count(*)::int from booking where slot_id = slot.id and state = 'offered') as offered
     from slot where capacity in ($2, 1) and resource_id = id::text`,
    [SEATED_STATES, SEATS],
  )
  expect(slots).toHaveLength(SLOTS + WAITED_FOR)
  // More people want one than there are seats, so all are taken, and whoever was told that there is none was told so rightly.
  expect(slots.map(({ booked, seated }) => [booked, seated])).toEqual(slots.map(({ capacity }) => [capacity, capacity]))
  const passedOn = slots.filter(({ capacity }) => capacity === 1)
  expect(passedOn.map(({ offered, waiting }) => [offered, waiting])).toEqual(passedOn.map(() => [1, WAITING - 1]))
  const pairs = bookings.filter(({ state }) => state !== 'cancelled' && state !== 'expired')
  expect(new Set(pairs.map((one) => `${one.slot_id} ${one.person_id}`)).size).toBe(pairs.length)
}, 180_000)
