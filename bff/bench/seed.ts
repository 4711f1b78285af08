import { createHash, randomBytes } from 'node:crypto'
import type { LoadedConfig } from '@little-bench/config/model'
import pg from 'pg'
import { recordConfigVersion } from '../src/communities/config-version.repository.ts'
import { insertDemoPerson } from '../src/people/person.repository.ts'
import { openDatabase } from '../src/platform/db/database.ts'
import { migrateToLatest } from '../src/platform/db/migrate.ts'
import { seedProfiles } from './seed-profiles.ts'

/** Somebody with a session, who sends requests. */
export interface Sender {
  personId: string
  token: string
  tokenHash: string
}

const RESIDENTS = 2000
/** So many are open, the newest, however many were ever reported; of a small database a fifth. */
const OPEN = 20_000

/** Migrates an empty database and fills it with `issues` issues of the last year, their work items and events. */
export const seedDatabase = async (url: string, config: LoadedConfig, issues: number): Promise<void> => {
  await migrateToLatest(url)
  await insertConfiguration(url, config)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // The generated rows keep every rule; checking each reference again would take most of the time.
    await client.query(
      `set session_replication_role = replica; set maintenance_work_mem = '256MB'; select setseed(0.5)`,
    )
    await insertResidents(client, config)
    await insertPlan(client, config, issues)
    const indexes = await dropSecondaryIndexes(client)
    for (const statement of FILL) await client.query(statement)
    for (const definition of indexes) await client.query(definition)
    await client.query('vacuum (analyze) work_item, issue, work_item_event, work_item_words, person, role_assignment')
    await client.query('checkpoint')
  } finally {
    await client.end()
  }
}

/** An index that is built at the end takes a fifth of one that grows with each row; answers how to make them again. */
const dropSecondaryIndexes = async (client: pg.Client): Promise<string[]> => {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid in ('work_item'::regclass, 'issue'::regclass, 'work_item_event'::regclass, 'work_item_words'::regclass) and not indisunique`,
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}

const insertConfiguration = async (url: string, config: LoadedConfig): Promise<void> => {
  const { db, close } = openDatabase(url, 2)
  const now = new Date()
  await recordConfigVersion(db, config, now)
  for (const person of config.demoPeople) {
    await insertDemoPerson(db, { id: person.id, name: person.name.zh, roles: person.roles }, now)
  }
  await close()
}

const insertResidents = async (client: pg.Client, config: LoadedConfig): Promise<void> => {
  await client.query('create temporary table resident (n int primary key, id uuid, community_id text)')
  await client.query(
    `insert into resident select n, uuidv7(), ($1::text[])[1 + n % cardinality($1::text[])]
     from generate_series(0, $2::int - 1) n`,
    [[...config.communities.keys()], RESIDENTS],
  )
  await client.query(`insert into person select id, '居民' || n, false, now() from resident`)
  await client.query(`insert into role_assignment select id, 'resident', community_id, null, null from resident`)
}

/** One row for each issue to come: its profile, its age and how far it got, which depends on its age. */
const insertPlan = async (client: pg.Client, config: LoadedConfig, issues: number): Promise<void> => {
  await client.query(
    `create temporary table profile as select * from jsonb_to_recordset($1::jsonb) as p (
       n int, community_id text, receipt_prefix text, service_code text, can_be_public boolean,
       is_delegable boolean, place_id text,
       grid_cell_id text, title text, priority smallint, queue_id text, rule_id text, because jsonb, deadline_class text,
       following text[], staff_ids uuid[])`,
    [JSON.stringify(seedProfiles(config, new Date()))],
  )
  await client.query(
    `create temporary table seed as
     with drawn as (
       select n, now() - interval '365 days' * (1 - n::float8 / $1::int) as created_at, random() as luck,
         floor(random() * (select count(*) from profile))::int as profile_n, floor(random() * ${RESIDENTS})::int as resident_n
       from generate_series(1, $1::int) n)
     select drawn.*, uuidv7(created_at - now()) as id, uuidv7(created_at - now()) as item_id,
       case when n > $1::int - least(${OPEN}, $1::int / 5) then
           case when luck < 0.7 then 'queued' when luck < 0.78 then 'dispatched' else 'accepted' end
         when luck < 0.85 then 'closed' else 'resolved' end as state
     from drawn`,
    [issues],
  )
  await client.query('analyze seed, profile, resident')
}

const WORDS = '巷口的路灯晚上不亮，老人和孩子回家看不清台阶，雨后还有积水。'

const FILL = [
  `insert into work_item (community_id, id, receipt_number, service, service_code, subject_id, title, confidentiality,
     grid_cell_id, queue_id, requester_id, assignee_id, priority, state, outcome, due_at, version, route_rule_id,
     routed_because, config_hash, created_at, resolved_at, closed_at, deadline_class, participating_queue_ids,
     round_started_at, acceptance_due_at, first_reply_due_at, acceptance_ended_at, first_reply_ended_at, resolve_ended_at,
     touched_at, next_timer_at, is_delegable)
   select p.community_id, s.item_id, p.receipt_prefix || to_char(s.created_at, '-YYYYMMDD-') || lpad(s.n::text, 7, '0'),
     'issues', p.service_code, s.id, p.title, case when p.can_be_public then 'ordinary' else 'confidential' end,
     p.grid_cell_id, p.queue_id, r.id,
     case when s.state <> 'queued' then p.staff_ids[1 + s.n % greatest(cardinality(p.staff_ids), 1)] end,
     p.priority, case when cardinality(p.staff_ids) = 0 then 'queued' else s.state end,
     case when s.state = 'closed' and cardinality(p.staff_ids) > 0 then 'solved' end,
     s.created_at + interval '1 day' * (1 + s.n % 15), 1, p.rule_id, p.because,
     (select hash from config_version limit 1), s.created_at,
     case when s.state in ('resolved', 'closed') then s.created_at + interval '2 days' end,
     case when s.state = 'closed' then s.created_at + interval '4 days' end,
     p.deadline_class, p.following, s.created_at, s.created_at + interval '4 hours', s.created_at + interval '2 days',
     case when s.state not in ('queued', 'dispatched') then s.created_at + interval '2 hours' end,
     case when s.state not in ('queued', 'dispatched') then s.created_at + interval '3 hours' end,
     case when s.state in ('resolved', 'closed') then s.created_at + interval '2 days' end,
     case when s.state in ('dispatched', 'accepted') then s.created_at + interval '2 hours' end,
     case when s.state in ('queued', 'dispatched', 'accepted') then now() + interval '1 day' * (1 + s.n % 15) end,
     p.is_delegable
   from seed s join profile p on p.n = s.profile_n join resident r on r.n = s.resident_n`,
  `insert into issue
   select p.community_id, s.id, s.item_id, r.id, p.service_code, repeat('${WORDS}', 1 + s.n % 4), p.place_id, null, null,
     case when p.can_be_public and s.luck * 1000 - floor(s.luck * 1000) < 0.4 then 'public' else 'private' end,
     null, s.created_at, 'own'
   from seed s join profile p on p.n = s.profile_n join resident r on r.n = s.resident_n`,
  `insert into work_item_event (community_id, id, work_item_id, service, kind, to_state, queue_id, actor_id, visible_to, created_at)
   select p.community_id, uuidv7(s.created_at - now()), s.item_id, 'issues', 'enqueued', 'queued', p.queue_id, r.id, 'requester',
     s.created_at
   from seed s join profile p on p.n = s.profile_n join resident r on r.n = s.resident_n`,
  `insert into work_item_words (community_id, work_item_id, label, subject)
   select item.community_id, item.id, item.receipt_number || E'\\n' || item.title, issue.description
   from work_item item join issue on issue.community_id = item.community_id and issue.id = item.subject_id`,
]

/** Sessions for people that exist: the token is known only here, the database keeps its hash as always. */
export const startSessions = async (url: string, personIds: readonly string[]): Promise<Sender[]> => {
  const senders = personIds.map((personId) => {
    const token = randomBytes(32).toString('base64url')
    return { personId, token, tokenHash: createHash('sha256').update(token).digest('hex') }
  })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    `insert into session (id, token_hash, person_id, method, device, reaches_desk, created_at, last_seen_at, expires_at)
     select gen_random_uuid(), hash, person_id, 'demo', '', true, now(), now(), now() + interval '1 day'
     from unnest($1::text[], $2::uuid[]) as s (hash, person_id)`,
    [senders.map(({ tokenHash }) => tokenHash), personIds],
  )
  await client.end()
  return senders
}

/** `count` residents who may report. */
export const listResidentIds = async (url: string, count: number): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ id: string }>('select id from person where not is_demo order by id limit $1', [
    count,
  ])
  await client.end()
  return rows.map(({ id }) => id)
}
