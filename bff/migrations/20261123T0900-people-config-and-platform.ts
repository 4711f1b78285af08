import { type Kysely, sql } from 'kysely'

/** Who signs in, what configuration decided, and what the platform needs to answer a write only once. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table config_version (
      hash text primary key,
      snapshot jsonb not null,
      loaded_at timestamptz not null
    )`.execute(db)

  await sql`
    create table person (
      id uuid primary key,
      name text not null,
      is_demo boolean not null,
      created_at timestamptz not null
    )`.execute(db)

  await sql`
    create table role_assignment (
      person_id uuid not null references person (id),
      role text not null check (role in (
        'resident', 'grid_worker', 'grid_leader', 'community_staff', 'subdistrict_staff', 'department_staff',
        'mediation_committee', 'mediator', 'kitchen', 'childcare_worker', 'visiting_worker', 'admin')),
      community_id text,
      grid_cell_id text,
      unit_id text,
      unique nulls not distinct (person_id, role, community_id, grid_cell_id, unit_id)
    )`.execute(db)

  await sql`
    create table session (
      token_hash text primary key,
      person_id uuid not null references person (id),
      created_at timestamptz not null,
      expires_at timestamptz not null
    )`.execute(db)
  await sql`create index session_by_person on session (person_id)`.execute(db)

  await sql`
    create table idempotency_key (
      person_id uuid not null references person (id),
      key text not null,
      operation text not null,
      body_hash text not null,
      result jsonb,
      created_at timestamptz not null,
      primary key (person_id, key)
    )`.execute(db)
  await sql`create index idempotency_key_by_age on idempotency_key (created_at)`.execute(db)

  // The columns that rate-limiter-flexible expects; expire is in milliseconds since 1970.
  await sql`
    create table rate_limit (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    )`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  for (const table of ['rate_limit', 'idempotency_key', 'session', 'role_assignment', 'person', 'config_version']) {
    await sql`drop table ${sql.table(table)}`.execute(db)
  }
}
