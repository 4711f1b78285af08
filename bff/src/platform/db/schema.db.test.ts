import { VISIBILITIES } from '@little-bench/shared/communities/duty'
import { NOTICES } from '@little-bench/shared/notifications/notices'
import { ROLES } from '@little-bench/shared/people/roles'
import { PAUSES } from '@little-bench/shared/work-queue/allowed-moves'
import {
  AUDIENCES,
  FOLLOW_UP_RESULTS,
  SUSPENSION_REASONS,
  WORK_ITEM_EVENTS,
} from '@little-bench/shared/work-queue/events'
import { OUTCOMES, WORK_ITEM_STATES } from '@little-bench/shared/work-queue/lifecycle'
import { DISPATCH_MODES } from '@little-bench/shared/work-queue/roster'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { withServer } from '../../../test/database-server.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const rowsOf = async <Row extends pg.QueryResultRow>(query: string): Promise<Row[]> =>
  (await withServer(database.url, (client) => client.query<Row>(query))).rows

/** Every list of words that the database holds, and the one it must be equal to. */
const LISTS: Record<string, readonly string[]> = {
  inbox_message_kind_check: NOTICES,
  issue_visibility_check: VISIBILITIES,
  role_assignment_role_check: ROLES,
  work_item_confidentiality_check: ['ordinary', 'confidential'],
  work_item_outcome_check: OUTCOMES,
  work_item_state_check: WORK_ITEM_STATES,
  work_item_pause_check: PAUSES,
  work_item_suspension_reason_check: SUSPENSION_REASONS,
  duty_roster_mode_check: DISPATCH_MODES,
  follow_up_result_check: FOLLOW_UP_RESULTS,
  audit_line_action_check: ['ledger_exported', 'grid_redrawn'],
  work_item_event_kind_check: WORK_ITEM_EVENTS,
  work_item_event_from_state_check: WORK_ITEM_STATES,
  work_item_event_to_state_check: WORK_ITEM_STATES,
  work_item_event_visible_to_check: AUDIENCES,
  work_item_message_visible_to_check: AUDIENCES,
}

test('every list of words in the database is the list that the rules use', async () => {
  const checks = await rowsOf<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where contype = 'c' and connamespace = 'public'::regnamespace and pg_get_constraintdef(oid) ~ '^CHECK \\(\\(\\w+ = ANY'`,
  )
  const inDatabase = Object.fromEntries(
    checks.map(({ name, definition }) => [name, [...definition.matchAll(/'(\w+)'::text/g)].map(([, word]) => word)]),
  )
  expect(inDatabase).toEqual(LISTS)
})

/** These belong to one person, whatever community they concern, and are only ever read by person. */
const OF_A_PERSON = ['inbox_message', 'role_assignment']

test('every key of a table of a community begins with the community', async () => {
  const keys = await rowsOf<{ relation: string; first: string }>(
    `select relation.relname as relation, pg_get_indexdef(key.indexrelid, 1, true) as first
     from pg_index key join pg_class relation on relation.oid = key.indrelid
     where key.indisunique and exists (select from pg_attribute
       where attrelid = relation.oid and attname = 'community_id' and relation.relnamespace = 'public'::regnamespace)`,
  )
  const ofCommunities = keys.filter(({ relation }) => !OF_A_PERSON.includes(relation))
  expect(ofCommunities.length).toBeGreaterThanOrEqual(8)
  expect(ofCommunities.filter(({ first }) => first !== 'community_id')).toEqual([])
})

test('every instant is kept with its time zone', async () => {
  const columns = await rowsOf(
    `select table_name, column_name from information_schema.columns
     where table_schema = 'public' and data_type = 'timestamp without time zone' and table_name not like 'kysely%'`,
  )
  expect(columns).toEqual([])
})
