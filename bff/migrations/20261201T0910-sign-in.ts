import { type Kysely, sql } from 'kysely'

const METHODS = ['wechat', 'phone_code', 'invitation', 'demo']
const DESK_KEYS = ['wechat', 'totp']
const STAFF_ROLES = [
  'grid_worker',
  'grid_leader',
  'community_staff',
  'subdistrict_staff',
  'department_staff',
  'mediation_committee',
  'mediator',
  'kitchen',
  'childcare_worker',
  'visiting_worker',
  'admin',
]
const CODE_PURPOSES = ['household', 'proxy_grant', 'receipt', 'case_invitation']
const TABLES = ['staff_totp', 'staff_invitation', 'phone_code']

const listed = (words: readonly string[]) => sql.join(words.map((word) => sql.lit(word)))

const setCodePurposes = async (db: Kysely<unknown>, purposes: readonly string[]): Promise<void> => {
  await sql`alter table one_time_code drop constraint one_time_code_purpose_check`.execute(db)
  await sql`
    alter table one_time_code add constraint one_time_code_purpose_check
    check (purpose in (${listed(purposes)}))`.execute(db)
}

/** Signing in without passwords: by WeChat, by a code in a short message, and a second proof for whoever has a desk. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    alter table session
      -- Names the session to whoever looks where they are signed in; the token is never shown again.
      add column id uuid not null default gen_random_uuid() unique,
      add column method text not null default 'demo' check (method in (${listed(METHODS)})),
      add column device text not null default '',
      add column reaches_desk boolean not null default false,
      add column last_seen_at timestamptz,
      -- The WeChat account that began it.
      add column wechat_account_id uuid`.execute(db)
  await sql`update session set method = 'invitation' where case_id is not null`.execute(db)
  await sql`update session set reaches_desk = true where case_id is null`.execute(db)
  await sql`update session set last_seen_at = created_at`.execute(db)
  await sql`
    alter table session
      alter column id drop default,
      alter column method drop default,
      alter column device drop default,
      alter column reaches_desk drop default,
      alter column last_seen_at set not null,
      add constraint session_by_wechat check ((method = 'wechat') = (wechat_account_id is not null)),
      -- A token for one case is no way to a desk, whoever holds it.
      add constraint session_of_case_reaches_no_desk check (case_id is null or not reaches_desk)`.execute(db)

  // Whose account has become one with an older one; they never sign in again.
  await sql`alter table person add column merged_into uuid references person (id)`.execute(db)
  await sql`alter table person_contact add column phone_verified_at timestamptz`.execute(db)
  // What the counter wrote down may stand on the cards of a whole family; a number that was proven is one account's.
  await sql`
    create unique index person_contact_verified on person_contact (phone_hash)
    where phone_verified_at is not null`.execute(db)

  await sql`
    create table phone_code (
      id uuid primary key,
      phone_hash text not null,
      -- Until it is used or another takes its place.
      sealed_phone text,
      code_hash text not null,
      tries_left integer not null check (tries_left >= 0),
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz
    )`.execute(db)
  await sql`create index phone_code_of on phone_code (phone_hash, created_at desc)`.execute(db)

  await setCodePurposes(db, [...CODE_PURPOSES, 'staff_invitation'])
  await sql`
    alter table one_time_code
      -- A role of a unit or of the whole town belongs to no community, and the first invitation was made by nobody here.
      alter column community_id drop not null,
      alter column made_by drop not null,
      add constraint one_time_code_of_community
        check (purpose = 'staff_invitation' or (community_id is not null and made_by is not null))`.execute(db)
  await sql`
    create table staff_invitation (
      id uuid primary key,
      sealed_name text not null,
      role text not null check (role in (${listed(STAFF_ROLES)})),
      community_id text,
      grid_cell_id text,
      unit_id text,
      -- Null for the first one, made where the system runs.
      invited_by uuid references person (id),
      created_at timestamptz not null,
      expires_at timestamptz not null,
      withdrawn_at timestamptz,
      accepted_by uuid references person (id),
      accepted_at timestamptz,
      desk_key text check (desk_key in (${listed(DESK_KEYS)})),
      -- From then on the role counts: with an authenticator app once its first code was shown.
      given_at timestamptz,
      check ((accepted_by is null) = (accepted_at is null)),
      check ((accepted_by is null) = (desk_key is null)),
      check (given_at is null or accepted_at is not null),
      check (given_at is null or withdrawn_at is null)
    )`.execute(db)
  await sql`create index staff_invitation_accepted on staff_invitation (accepted_by)`.execute(db)
  await sql`
    create table staff_totp (
      id uuid primary key,
      person_id uuid not null unique references person (id),
      sealed_secret text not null,
      created_at timestamptz not null,
      confirmed_at timestamptz,
      -- The newest thirty seconds whose code was taken: none is taken twice.
      last_step bigint not null default 0,
      wrong_tries integer not null default 0,
      paused_until timestamptz
    )`.execute(db)
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  for (const table of TABLES) await sql`drop table ${sql.table(table)}`.execute(db)
  await sql`delete from one_time_code where purpose = 'staff_invitation'`.execute(db)
  await setCodePurposes(db, CODE_PURPOSES)
  await sql`
    alter table one_time_code
      drop constraint one_time_code_of_community,
      alter column community_id set not null,
      alter column made_by set not null`.execute(db)
  await sql`drop index person_contact_verified`.execute(db)
  await sql`alter table person_contact drop column phone_verified_at`.execute(db)
  await sql`alter table person drop column merged_into`.execute(db)
  await sql`
    alter table session
      drop column id,
      drop column method,
      drop column device,
      drop column reaches_desk,
      drop column last_seen_at,
      drop column wechat_account_id`.execute(db)
}
