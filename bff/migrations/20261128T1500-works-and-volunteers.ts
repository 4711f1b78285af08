import { type Kysely, sql } from 'kysely'

/** What works cost and who pays, and who is in which volunteer team. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    create table issue_work (
      community_id text not null,
      issue_id uuid not null,
      -- The item that is done: the issue's own, or one part of it.
      work_item_id uuid not null,
      -- Every save is a row, and the newest counts: what was made public about money stays on record. 0 only says where.
      version integer not null check (version >= 0),
      -- Where a part lies; null: where the issue is.
      place_id text,
      cost_fen bigint check (cost_fen >= 0),
      fund_source text,
      decided_on date,
      -- Which of its files are shown, in their order; others that were shown once stay.
      before_ids uuid[] not null default '{}',
      after_ids uuid[] not null default '{}',
      saved_by uuid not null references person (id),
      saved_at timestamptz not null,
      primary key (community_id, work_item_id, version),
      foreign key (community_id, issue_id) references issue (community_id, id)
    )`.execute(db)
  await sql`create index issue_work_by_issue on issue_work (community_id, issue_id)`.execute(db)

  await sql`
    create table volunteer_membership (
      community_id text not null,
      team_id text not null,
      person_id uuid not null references person (id),
      joined_at timestamptz not null,
      primary key (community_id, team_id, person_id)
    )`.execute(db)
  await sql`alter table issue add column team_id text`.execute(db)
  await sql`create index issue_by_team on issue (community_id, team_id) where team_id is not null`.execute(db)

  // Anybody may open the contact board, which names them; residents are thousands of times as many.
  await sql`
    create index role_assignment_grid_worker on role_assignment (community_id, grid_cell_id)
    where role = 'grid_worker'`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`drop index role_assignment_grid_worker`.execute(db)
  await sql`drop index issue_by_team`.execute(db)
  await sql`alter table issue drop column team_id`.execute(db)
  for (const table of ['volunteer_membership', 'issue_work']) {
    await sql`drop table ${sql.table(table)}`.execute(db)
  }
}
