import {
  ABSENCE_CHECKERS,
  CHECK_IN_WAYS,
  DELIVERY_OUTCOMES,
  FREE_REASONS,
  FULFILMENTS,
  PAYMENT_STATES,
  SITTINGS,
  STANDING_OUTCOMES,
} from '@little-bench/shared/canteen/meals'
import { ABSENCE_REASONS, PICK_UP_WAYS } from '@little-bench/shared/childcare/sessions'
import { VISIBILITIES } from '@little-bench/shared/communities/duty'
import { FILE_KINDS, FILE_STATES, FILE_SUBJECTS } from '@little-bench/shared/files/kinds'
import { ISSUE_SOURCES } from '@little-bench/shared/issues/sources'
import { LANGUAGES } from '@little-bench/shared/kernel/language'
import {
  CASE_FOLLOW_UP_RESULTS,
  CASE_READERS,
  MEDIATION_LANGUAGES,
  SESSION_WAYS,
} from '@little-bench/shared/mediation/contract'
import { DISPUTE_KINDS, MEDIATOR_ROLES, SIDES } from '@little-bench/shared/mediation/kinds'
import { CASE_ACTORS, CASE_MOVES, CASE_OUTCOMES, CASE_STATES } from '@little-bench/shared/mediation/lifecycle'
import {
  DISPLAY_STATES,
  HELD_KINDS,
  HELD_STATES,
  HOLD_REASONS,
  REFUSAL_REASONS,
} from '@little-bench/shared/moderation/holds'
import { CALL_OUTCOMES, CHANNELS } from '@little-bench/shared/notifications/calls'
import { NOTICES } from '@little-bench/shared/notifications/notices'
import { ANSWER_SOURCES } from '@little-bench/shared/notifications/subscribe-ledger'
import { DELIVERY_PROBLEMS, DELIVERY_STATES, SUBSCRIBE_ANSWERS } from '@little-bench/shared/notifications/templates'
import {
  OUTCOME_STANDINGS,
  PROOF_EVIDENCE,
  PROOF_RECORDERS,
  PROOF_WAYS,
  VISIT_OUTCOMES,
  VISIT_STATES,
} from '@little-bench/shared/pension/ways'
import { ASSIST_REASONS } from '@little-bench/shared/people/assist'
import { CHILD_READ_REASONS, PICK_UP_RELATIONS } from '@little-bench/shared/people/children'
import { CODE_PURPOSES } from '@little-bench/shared/people/codes'
import { TEXT_STEPS } from '@little-bench/shared/people/display'
import { EVIDENCE, FACT_KINDS, FACT_REFUSALS } from '@little-bench/shared/people/facts'
import { GRANT_ENDERS } from '@little-bench/shared/people/grant.contract'
import { FREEDOMS, GRANT_RECORDS, RELATIONSHIPS } from '@little-bench/shared/people/grants'
import { ROLES } from '@little-bench/shared/people/roles'
import { SIGN_IN_METHODS } from '@little-bench/shared/people/sign-in'
import { DESK_KEYS, STAFF_ROLES } from '@little-bench/shared/people/staff'
import { CONSENT_PURPOSES } from '@little-bench/shared/privacy/consents'
import { CORRECTABLE, DELETABLE } from '@little-bench/shared/privacy/requests'
import { BOOKING_ACTS, BOOKING_STATES } from '@little-bench/shared/scheduling/bookings'
import { SLOT_SERVICES } from '@little-bench/shared/scheduling/slots'
import { WAITLIST_REASONS } from '@little-bench/shared/scheduling/waitlist'
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
  issue_public_state_check: DISPLAY_STATES,
  held_content_kind_check: HELD_KINDS,
  held_content_state_check: HELD_STATES,
  held_content_why_check: HOLD_REASONS,
  held_content_reason_check: REFUSAL_REASONS,
  media_check_verdict_check: ['pass', 'review', 'risky', 'not_fetched', 'not_read'],
  role_assignment_role_check: ROLES,
  work_item_confidentiality_check: ['ordinary', 'confidential'],
  work_item_outcome_check: OUTCOMES,
  work_item_state_check: WORK_ITEM_STATES,
  work_item_pause_check: PAUSES,
  work_item_suspension_reason_check: SUSPENSION_REASONS,
  duty_roster_mode_check: DISPATCH_MODES,
  follow_up_result_check: FOLLOW_UP_RESULTS,
  audit_line_action_check: [
    'ledger_exported',
    'grid_redrawn',
    'content_decided',
    'account_closed',
    'authorization_revoked',
  ],
  work_item_event_kind_check: WORK_ITEM_EVENTS,
  work_item_event_from_state_check: WORK_ITEM_STATES,
  work_item_event_to_state_check: WORK_ITEM_STATES,
  work_item_event_visible_to_check: AUDIENCES,
  work_item_message_visible_to_check: AUDIENCES,
  issue_source_check: ISSUE_SOURCES,
  stored_file_kind_check: FILE_KINDS,
  stored_file_state_check: FILE_STATES,
  stored_file_subject_kind_check: FILE_SUBJECTS,
  person_contact_channel_check: CHANNELS,
  session_method_check: SIGN_IN_METHODS,
  staff_invitation_role_check: STAFF_ROLES,
  staff_invitation_desk_key_check: DESK_KEYS,
  display_preference_language_check: LANGUAGES,
  display_preference_text_step_check: TEXT_STEPS,
  resident_fact_kind_check: FACT_KINDS,
  resident_fact_ended_because_check: ['withdrawn', 'corrected', 'refused'],
  resident_fact_evidence_check: EVIDENCE,
  resident_fact_refusal_check: FACT_REFUSALS,
  one_time_code_purpose_check: CODE_PURPOSES,
  proxy_grant_relationship_check: RELATIONSHIPS,
  proxy_grant_record_check: GRANT_RECORDS,
  proxy_grant_freedom_check: FREEDOMS,
  proxy_grant_ended_by_check: GRANT_ENDERS,
  assist_session_reason_check: ASSIST_REASONS,
  confidential_read_what_check: [
    'search',
    'facts',
    'call_list',
    'issue_original',
    'delivery_sheet',
    'visit_round',
    'own_data',
  ],
  consent_purpose_check: CONSENT_PURPOSES,
  consent_channel_check: ['own', 'counter'],
  privacy_request_kind_check: ['correction', 'deletion'],
  privacy_request_about_check: [...new Set([...CORRECTABLE, ...DELETABLE])],
  call_attempt_outcome_check: CALL_OUTCOMES,
  mediator_role_check: MEDIATOR_ROLES,
  mediator_version_role_check: MEDIATOR_ROLES,
  mediation_case_dispute_kind_check: DISPUTE_KINDS,
  mediation_case_state_check: CASE_STATES,
  mediation_case_outcome_check: CASE_OUTCOMES,
  case_party_side_check: SIDES,
  case_party_language_check: MEDIATION_LANGUAGES,
  case_tick_side_check: SIDES,
  case_proposal_answer_side_check: SIDES,
  case_event_move_check: CASE_MOVES,
  case_event_by_actor_check: CASE_ACTORS,
  case_event_from_state_check: CASE_STATES,
  case_event_to_state_check: CASE_STATES,
  case_message_private_side_check: SIDES,
  case_message_author_side_check: SIDES,
  case_session_way_check: SESSION_WAYS,
  case_confirmation_side_check: SIDES,
  case_read_role_check: CASE_READERS,
  case_follow_up_side_check: SIDES,
  case_follow_up_result_check: CASE_FOLLOW_UP_RESULTS,
  case_due_kind_check: ['answer', 'court', 'follow', 'close'],
  proof_of_life_way_check: PROOF_WAYS,
  proof_of_life_done_evidence_check: PROOF_EVIDENCE,
  proof_of_life_done_recorded_as_check: PROOF_RECORDERS,
  home_visit_state_check: VISIT_STATES,
  home_visit_event_from_state_check: VISIT_STATES,
  home_visit_event_to_state_check: VISIT_STATES,
  home_visit_outcome_outcome_check: VISIT_OUTCOMES,
  home_visit_outcome_standing_check: OUTCOME_STANDINGS,
  slot_service_check: SLOT_SERVICES,
  slot_batch_service_check: SLOT_SERVICES,
  booking_state_check: BOOKING_STATES,
  booking_waitlist_reason_check: WAITLIST_REASONS,
  booking_event_move_check: BOOKING_ACTS,
  meal_order_sitting_check: SITTINGS,
  meal_order_fulfilment_check: FULFILMENTS,
  meal_order_payment_check: PAYMENT_STATES,
  meal_order_check_in_way_check: CHECK_IN_WAYS,
  meal_order_delivery_outcome_check: DELIVERY_OUTCOMES,
  meal_order_payment_reason_check: FREE_REASONS,
  meal_subsidy_sitting_check: SITTINGS,
  standing_order_sitting_check: SITTINGS,
  standing_order_fulfilment_check: FULFILMENTS,
  standing_order_run_outcome_check: STANDING_OUTCOMES,
  absence_check_checker_check: ABSENCE_CHECKERS,
  subscribe_answer_source_check: ANSWER_SOURCES,
  subscribe_answer_answer_check: SUBSCRIBE_ANSWERS,
  message_delivery_state_check: DELIVERY_STATES,
  message_delivery_problem_check: DELIVERY_PROBLEMS,
  child_pick_up_relation_check: PICK_UP_RELATIONS,
  child_read_reason_check: CHILD_READ_REASONS,
  childcare_booking_absence_check: ABSENCE_REASONS,
  childcare_booking_pick_up_way_check: PICK_UP_WAYS,
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

/** These belong to one person, whatever community they concern, and are read by person, by a code in their hand, by a signed address, or by the id under which WeChat answers. */
const OF_A_PERSON = [
  'inbox_message',
  'role_assignment',
  'household_member',
  'one_time_code',
  'proxy_grant',
  'proxy_act',
  'assist_session',
  'stored_file',
  'media_check',
  'staff_invitation',
]

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
