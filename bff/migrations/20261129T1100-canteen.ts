import { type Kysely, sql } from 'kysely'

const SITTINGS = ['breakfast', 'lunch', 'dinner']
const FULFILMENTS = ['dine_in', 'pick_up', 'delivery']
const PAYMENTS = ['unpaid', 'paid', 'free']
const WAYS = ['code', 'name', 'paper']
const OUTCOMES = ['delivered', 'refused', 'nobody_home']
const RUNS = ['ordered', 'waiting', 'had_one', 'refused']
const CHECKERS = ['family', 'grid_worker']

const listed = (words: readonly string[]) => sql.join(words.map((word) => sql.lit(word)))

/** Menus with their portions, meal orders with what they cost, standing orders, and who is asked after when they do not come. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table menu_dish (
      community_id text not null,
      id uuid not null,
      slot_id uuid not null,
      -- Its place on the menu.
      position integer not null,
      name jsonb not null,
      tags text[] not null default '{}',
      price_cents integer not null check (price_cents >= 0),
      portions integer not null check (portions >= 0),
      ordered integer not null default 0 check (ordered >= 0 and ordered <= portions),
      primary key (community_id, id),
      foreign key (community_id, slot_id) references slot (community_id, id)
    )`.execute(db)
  await sql`create index menu_dish_of_slot on menu_dish (community_id, slot_id, position)`.execute(db)

  // The state of an order is the booking's, and stands nowhere else.
  await sql`
    create table meal_order (
      community_id text not null,
      id uuid not null,
      slot_id uuid not null,
      canteen_id text not null,
      service_on date not null,
      sitting text not null check (sitting in (${listed(SITTINGS)})),
      person_id uuid not null references person (id),
      -- Dishes with name and price as they were ordered.
      lines jsonb not null,
      fulfilment text not null check (fulfilment in (${listed(FULFILMENTS)})),
      place_id text,
      sealed_door text,
      sealed_note text,
      total_cents integer not null check (total_cents >= 0),
      subsidy_cents integer not null check (subsidy_cents >= 0 and subsidy_cents <= total_cents),
      reasons jsonb not null,
      rule_ids text[] not null,
      config_hash text not null,
      pick_up_code text not null,
      -- When portions and price became theirs; null while it is only a wish of somebody who waits.
      ordered_at timestamptz,
      payment text not null check (payment in (${listed(PAYMENTS)})),
      payment_reason text,
      payment_by uuid references person (id),
      checked_in_at timestamptz,
      check_in_way text check (check_in_way in (${listed(WAYS)})),
      delivery_outcome text check (delivery_outcome in (${listed(OUTCOMES)})),
      delivered_at timestamptz,
      created_at timestamptz not null,
      primary key (community_id, id),
      foreign key (community_id, id) references booking (community_id, id),
      unique (community_id, service_on, pick_up_code),
      check ((fulfilment = 'delivery') = (place_id is not null))
    )`.execute(db)
  await sql`create index meal_order_of_slot on meal_order (community_id, slot_id)`.execute(db)
  await sql`create index meal_order_of_person on meal_order (community_id, person_id, service_on)`.execute(db)
  await sql`create index meal_order_by_code on meal_order (community_id, pick_up_code, service_on)`.execute(db)

  // One subsidised meal for a person and sitting, whichever canteen it is in.
  await sql`
    create table meal_subsidy (
      community_id text not null,
      person_id uuid not null references person (id),
      service_on date not null,
      sitting text not null check (sitting in (${listed(SITTINGS)})),
      order_id uuid not null,
      primary key (community_id, person_id, service_on, sitting),
      foreign key (community_id, order_id) references booking (community_id, id)
    )`.execute(db)
  await sql`create index meal_subsidy_of_order on meal_subsidy (community_id, order_id)`.execute(db)

  await sql`
    create table standing_order (
      community_id text not null,
      id uuid not null,
      person_id uuid not null references person (id),
      canteen_id text not null,
      sitting text not null check (sitting in (${listed(SITTINGS)})),
      weekdays integer[] not null,
      fulfilment text not null check (fulfilment in (${listed(FULFILMENTS)})),
      place_id text,
      sealed_door text,
      sealed_note text,
      wanted_tags text[] not null,
      avoided_tags text[] not null,
      until_on date,
      saved_by uuid not null references person (id),
      saved_at timestamptz not null,
      primary key (community_id, id),
      unique (community_id, canteen_id, sitting, person_id)
    )`.execute(db)
  await sql`create index standing_order_of_person on standing_order (community_id, person_id)`.execute(db)

  // Once for an order and a sitting: what was cancelled since is not ordered again.
  await sql`
    create table standing_order_run (
      community_id text not null,
      standing_order_id uuid not null,
      slot_id uuid not null,
      outcome text not null check (outcome in (${listed(RUNS)})),
      refusal text,
      at timestamptz not null,
      primary key (community_id, standing_order_id, slot_id),
      foreign key (community_id, slot_id) references slot (community_id, id)
    )`.execute(db)

  await sql`
    create table absence_check (
      community_id text not null,
      person_id uuid not null references person (id),
      checker text not null check (checker in (${listed(CHECKERS)})),
      consent_version text not null,
      consented_at timestamptz not null,
      consented_with uuid not null references person (id),
      primary key (community_id, person_id)
    )`.execute(db)

  await sql`create index slot_by_cutoff on slot (service, cutoff_at) where is_open`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop index slot_by_cutoff`.execute(db)
  for (const table of [
    'absence_check',
    'standing_order_run',
    'standing_order',
    'meal_subsidy',
    'meal_order',
    'menu_dish',
  ]) {
    await sql`drop table ${sql.table(table)}`.execute(db)
  }
}
