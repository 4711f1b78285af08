import { type Kysely, sql } from 'kysely'

const SERVICES = ['canteen', 'childcare', 'activities']
const STATES = ['held', 'booked', 'waitlisted', 'offered', 'cancelled', 'expired', 'served', 'no_show']
const SEATED = ['held', 'booked', 'offered', 'served', 'no_show']
const LIVE = ['held', 'booked', 'waitlisted', 'offered', 'served', 'no_show']
const REASONS = ['cannot_come_otherwise', 'lives_here', 'works_nearby', 'anybody']
const MOVES = [
  'hold',
  'book',
  'join',
  'confirm',
  'extend',
  'expire',
  'offer',
  'accept',
  'decline',
  'cancel',
  'leave',
  'check_in',
  'undo_check_in',
  'miss',
]

const listed = (words: readonly string[]) => sql.join(words.map((word) => sql.lit(word)))

/** Slots with their seats, and who has one or waits for one. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  // For the exclusion of overlapping bookings: equality of ids and overlap of times in one index.
  await sql`create extension if not exists btree_gist`.execute(db)
  await sql`
    create table slot (
      community_id text not null,
      id uuid not null,
      service text not null check (service in (${listed(SERVICES)})),
      resource_id text not null,
      kind text not null,
      service_on date not null,
      starts_at timestamptz not null,
      ends_at timestamptz not null check (starts_at < ends_at),
      cutoff_at timestamptz not null,
      capacity integer not null check (capacity >= 0),
      booked integer not null default 0 check (booked >= 0 and booked <= capacity),
      is_open boolean not null default true,
      primary key (community_id, id),
      unique (community_id, resource_id, service_on, kind)
    )`.execute(db)
  await sql`
    create table booking (
      community_id text not null,
      id uuid not null,
      slot_id uuid not null,
      subject_id uuid not null,
      person_id uuid not null references person (id),
      state text not null check (state in (${listed(STATES)})),
      during tstzrange not null,
      waitlist_reason text check (waitlist_reason in (${listed(REASONS)})),
      held_at timestamptz,
      expires_at timestamptz,
      created_at timestamptz not null,
      primary key (community_id, id),
      foreign key (community_id, slot_id) references slot (community_id, id),
      check ((state in ('held', 'offered', 'waitlisted')) = (expires_at is not null)),
      check (state <> 'waitlisted' or waitlist_reason is not null)
    )`.execute(db)
  await sql`
    create unique index booking_once on booking (community_id, slot_id, subject_id)
    where state in (${listed(LIVE)})`.execute(db)
  await sql`
    alter table booking add constraint booking_apart
    exclude using gist (community_id with =, subject_id with =, during with &&)
    where (state in (${listed(SEATED)}))`.execute(db)
  await sql`create index booking_of_person on booking (community_id, person_id, id)`.execute(db)
  await sql`create index booking_expiring on booking (expires_at) where expires_at is not null`.execute(db)
  await sql`
    create table booking_event (
      community_id text not null,
      id uuid not null,
      booking_id uuid not null,
      move text not null check (move in (${listed(MOVES)})),
      actor_id uuid references person (id),
      created_at timestamptz not null,
      primary key (community_id, id),
      foreign key (community_id, booking_id) references booking (community_id, id)
    )`.execute(db)
  await sql`create index booking_event_of on booking_event (community_id, booking_id, id)`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  for (const table of ['booking_event', 'booking', 'slot']) await sql`drop table ${sql.table(table)}`.execute(db)
  await sql`drop extension btree_gist`.execute(db)
}
