import { type Kysely, sql } from 'kysely'

const ABSENCES = ['ill', 'family', 'other']
const WAYS = ['code', 'known', 'identity_seen']

const listed = (words: readonly string[]) => sql.join(words.map((word) => sql.lit(word)))

/** What a centre knows of a booking beyond its seat: what the family adds, when the child came and who fetched it. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table childcare_booking (
      community_id text not null,
      -- The booking of the engine, whose state is the only one.
      id uuid not null,
      child_id uuid not null,
      centre_id text not null,
      sealed_note text,
      absence text check (absence in (${listed(ABSENCES)})),
      arrived_at timestamptz,
      picked_up_at timestamptz,
      -- Null with a time: the holder of the account fetched the child.
      pick_up_id uuid,
      pick_up_way text check (pick_up_way in (${listed(WAYS)})),
      -- The item that was made because nobody had come.
      not_picked_up_item_id uuid,
      primary key (community_id, id),
      foreign key (community_id, id) references booking (community_id, id),
      foreign key (community_id, child_id) references child (community_id, id),
      foreign key (community_id, pick_up_id) references child_pick_up (community_id, id),
      check (picked_up_at is null or arrived_at is not null),
      check ((picked_up_at is null) = (pick_up_way is null)),
      check (pick_up_id is null or picked_up_at is not null)
    )`.execute(db)
  // Every minute it is asked which children are still there: a few of all that ever came.
  await sql`
    create index childcare_booking_here on childcare_booking (community_id, id)
    where arrived_at is not null and picked_up_at is null and not_picked_up_item_id is null`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop table childcare_booking`.execute(db)
}
