import type { ServiceDate } from '@little-bench/shared/kernel/time'
import { type DbOf, type Trx, tables } from '../platform/db/database.ts'
import type { ProofKey } from './proof.repository.ts'

/** One of the reminders before one due day. */
export interface Reminder {
  dueOn: ServiceDate
  daysBefore: number
}

/** Who has had which reminders of what is due from a day on; keys as reminderKey makes them. */
export const listReminded = async (
  db: DbOf<'proof_reminder'>,
  communityId: string,
  today: ServiceDate,
): Promise<ReadonlySet<string>> => {
  const rows = await tables(db)
    .selectFrom('proof_reminder')
    .select(['person_id', 'due_on', 'days_before'])
    .where('community_id', '=', communityId)
    .where('due_on', '>=', today)
    .execute()
  return new Set(rows.map((row) => reminderKey(row.person_id, { dueOn: row.due_on, daysBefore: row.days_before })))
}

export const reminderKey = (personId: string, { dueOn, daysBefore }: Reminder): string =>
  `${personId} ${dueOn} ${daysBefore}`

/** Whether this is the first time: the key of the table decides, however many run at once. */
export const takeReminder = async (
  trx: Trx,
  { communityId, personId }: ProofKey,
  { dueOn, daysBefore }: Reminder,
  today: ServiceDate,
): Promise<boolean> => {
  const taken = await tables<'proof_reminder'>(trx)
    .insertInto('proof_reminder')
    .values({
      community_id: communityId,
      person_id: personId,
      due_on: dueOn,
      days_before: daysBefore,
      reminded_on: today,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return taken !== undefined
}
