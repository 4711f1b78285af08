import type { LoadedConfig } from '@little-bench/config/model'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { recordConfigVersion } from '../src/communities/config-version.repository.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { migrateToLatest } from '../src/platform/db/migrate.ts'

export const MEALS_COMMUNITY = 'raosai'
const CANTEEN = 'raosai-canteen'
/** Sittings of a day, and of how many days back somebody has eaten. */
const SITTINGS = ['breakfast', 'lunch', 'dinner'] as const
const PAST_DAYS = 1_000

/** A sitting that can be ordered, and its one dish. */
export interface OrderableMeal {
  slotId: string
  dishId: string
}

/** Migrates an empty database and fills it with residents, past meals, and the sittings of the week to come. */
export const seedMeals = async (
  url: string,
  config: LoadedConfig,
  { residents, pastBookings }: { residents: number; pastBookings: number },
): Promise<string[]> => {
  await migrateToLatest(url)
  const { db, close } = openDatabase(url, 1)
  await recordConfigVersion(db, config, new Date())
  await close()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const ids = Array.from({ length: residents }, () => uuidv7())
    await client.query(`insert into person select id, '居民', false, now() from unnest($1::uuid[]) id`, [ids])
    await client.query(`insert into role_assignment select id, 'resident', $2, null, null from unnest($1::uuid[]) id`, [
      ids,
      MEALS_COMMUNITY,
    ])
    await insertPast(client, pastBookings)
    await insertWeek(client)
    await client.query('vacuum (analyze) slot, booking, menu_dish, person, role_assignment')
    return ids
  } finally {
    await client.end()
  }
}

const TIMES = `(d + time '03:30' + n * interval '3 hours', d + time '05:00' + n * interval '3 hours', d - interval '12 hours')`

/** Of each day three sittings, with as many bookings in each as make up the sum; everybody in them came. */
const insertPast = async (client: pg.Client, pastBookings: number): Promise<void> => {
  const each = Math.ceil(pastBookings / (PAST_DAYS * SITTINGS.length))
  // The generated rows keep every rule; checking each against each would take most of the time.
  await client.query('alter table booking drop constraint booking_apart')
  await client.query('set session_replication_role = replica')
  await client.query(
    `insert into slot (community_id, id, service, resource_id, kind, service_on, starts_at, ends_at, cutoff_at, capacity, booked)
     select $1, gen_random_uuid(), 'canteen', $2, ($3::text[])[1 + n], d::date, t.a, t.b, t.c, $4, $4
     from generate_series(current_date - $5::int, current_date - 1, interval '1 day') d, generate_series(0, 2) n,
       lateral (select * from (values ${TIMES}) v (a, b, c)) t`,
    [MEALS_COMMUNITY, CANTEEN, SITTINGS, each, PAST_DAYS],
  )
  await client.query(
    `insert into booking (community_id, id, slot_id, subject_id, person_id, state, during, created_at)
     select community_id, uuidv7(starts_at - now()), slot.id, who.id, who.id, 'served', tstzrange(starts_at, ends_at), starts_at
     from slot cross join lateral (select gen_random_uuid() as id from generate_series(1, $1::int)) who`,
    [each],
  )
  await client.query('set session_replication_role = origin')
  await client.query(
    `alter table booking add constraint booking_apart
     exclude using gist (community_id with =, subject_id with =, during with &&)
     where (state in ('held', 'booked', 'offered', 'served', 'no_show'))`,
  )
}

const insertWeek = async (client: pg.Client): Promise<void> => {
  await client.query(
    `insert into slot (community_id, id, service, resource_id, kind, service_on, starts_at, ends_at, cutoff_at, capacity)
     select $1, gen_random_uuid(), 'canteen', $2, ($3::text[])[1 + n], d::date, t.a, t.b, t.c, 40
     from generate_series(current_date, current_date + 6, interval '1 day') d, generate_series(0, 2) n,
       lateral (select * from (values ${TIMES}) v (a, b, c)) t`,
    [MEALS_COMMUNITY, CANTEEN, SITTINGS],
  )
  await client.query(
    `insert into menu_dish (community_id, id, slot_id, position, name, tags, price_cents, portions)
     select community_id, gen_random_uuid(), id, n, '{"zh": "面（示范）"}', '{soft}', 900, 40
     from slot cross join generate_series(0, 2) n where service_on >= current_date`,
  )
}

/** Sittings of days that nobody plans yet, each with so many seats and more portions than anybody wants. */
export const addMeals = async (url: string, count: number, capacity: number): Promise<OrderableMeal[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<OrderableMeal>(
      `with days as (
         insert into slot (community_id, id, service, resource_id, kind, service_on, starts_at, ends_at, cutoff_at, capacity)
         select $1, gen_random_uuid(), 'canteen', $2, 'lunch', d::date, d + time '03:30', d + time '05:00', d, $4
         from generate_series(1, $3::int) n, lateral (select current_date + 60 + n as d) day
         returning community_id, id)
       insert into menu_dish (community_id, id, slot_id, position, name, tags, price_cents, portions)
       select community_id, gen_random_uuid(), id, 0, '{"zh": "面（示范）"}', '{}', 900, 5000 from days
       returning slot_id as "slotId", id as "dishId"`,
      [MEALS_COMMUNITY, CANTEEN, count, capacity],
    )
    return rows
  } finally {
    await client.end()
  }
}
