import type { PERSON_COLUMNS, PersonColumn } from './person-columns.ts'

type OwnColumn = { [Name in PersonColumn]: (typeof PERSON_COLUMNS)[Name] extends 'own' ? Name : never }[PersonColumn]

/**
 * What becomes of somebody's rows when their account becomes one with another. `move`: they follow, and what the database
 * refuses then is a contradiction that only people can settle. `keep`: where both have a row with the same of these
 * columns, it is there twice, and the one that stays counts. `apart`: more follows than the row, see merge-apart.
 */
export type MergeRule = 'move' | 'apart' | { keep: readonly string[] }

/** A column that is missing here does not compile: nobody's row is left behind because somebody forgot it. */
export const MERGE_RULES: Record<OwnColumn, MergeRule> = {
  'absence_check.person_id': { keep: ['community_id'] },
  'assist_session.resident_id': 'move',
  'booking.person_id': 'apart',
  'calendar_feed.person_id': { keep: [] },
  'call.person_id': 'apart',
  'case_party.person_id': 'apart',
  'child.guardian_id': 'move',
  'confidential_read.person_id': 'move',
  // One in force; what was withdrawn before stays as it was.
  'consent.person_id': { keep: ['purpose', 'withdrawn_at'] },
  'display_preference.person_id': { keep: [] },
  'home_visit.person_id': 'move',
  'household_member.person_id': 'apart',
  'idempotency_key.person_id': { keep: ['key'] },
  'inbox_message.person_id': 'move',
  'issue.reporter_id': 'move',
  'issue_endorsement.person_id': 'apart',
  'meal_order.person_id': 'move',
  'meal_subsidy.person_id': 'move',
  'mediator.person_id': 'move',
  'message_delivery.person_id': 'move',
  'person_contact.person_id': 'apart',
  'privacy_request.person_id': 'move',
  'proof_of_life.person_id': 'apart',
  'proxy_act.principal_id': 'move',
  'proxy_grant.agent_id': 'move',
  'proxy_grant.principal_id': 'move',
  'resident_fact.person_id': 'apart',
  'role_assignment.person_id': { keep: ['role', 'community_id', 'grid_cell_id', 'unit_id'] },
  'saved_view.person_id': { keep: ['id'] },
  'session.person_id': 'move',
  'staff_invitation.accepted_by': 'move',
  'staff_totp.person_id': { keep: [] },
  'standing_order.person_id': 'move',
  'stored_file.owner_id': 'move',
  'subscribe_answer.person_id': 'move',
  'subscribe_credit.person_id': 'apart',
  'volunteer_membership.person_id': { keep: ['community_id', 'team_id'] },
  'wechat_account.person_id': 'move',
  'work_item.requester_id': 'move',
}
