import { type Kysely, sql } from 'kysely'

const NOTICES = [
  'receipt',
  'accepted',
  'resolved',
  'closed',
  'returned_to_queue',
  'asked',
  'asked_again',
  'replied',
  'suspended',
  'resumed',
  'moved_queue',
  'overdue',
  'merged',
  'reopened',
  'asked_to_rate',
  'closed_unanswered',
  'closed_unrated',
  'staff_dispatched',
  'staff_referred',
  'staff_referral_refused',
  'staff_invited',
  'staff_reminded',
  'staff_answered',
  'staff_overdue',
  'staff_passed_up',
  'staff_returned',
  'acted_for',
  'grant_offered',
  'grant_accepted',
  'grant_refused',
  'grant_revoked',
  'grant_frozen',
  'grant_review',
  'assist_started',
  'fact_verified',
  'fact_refused',
  'receipt_bound',
  'household_joined',
  'household_left',
]

const checkNotices = async (db: Kysely<unknown>, notices: readonly string[]): Promise<void> => {
  const listed = sql.join(notices.map((notice) => sql.lit(notice)))
  await sql`alter table inbox_message drop constraint inbox_message_kind_check`.execute(db)
  await sql`alter table inbox_message add constraint inbox_message_kind_check check (kind in (${listed}))`.execute(db)
}

/** Who had a reopened item before, so that another one takes it now. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  // Null once somebody has taken it in the new round.
  await sql`alter table work_item add column former_handler_id uuid references person (id)`.execute(db)
  await checkNotices(db, [...NOTICES, 'staff_reopened'])
}

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await sql`delete from inbox_message where kind = 'staff_reopened'`.execute(db)
  await checkNotices(db, NOTICES)
  await sql`alter table work_item drop column former_handler_id`.execute(db)
}
