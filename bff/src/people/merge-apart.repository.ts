import { sql } from 'kysely'
import type { Trx } from '../platform/db/database.ts'
import { dropDoubles, type Merged, moveColumn } from './merge-rows.repository.ts'

/** Whether the two stand on both sides of one case, or one is to settle what the other is a side of. */
export const areOpposed = async (trx: Trx, { fromId, toId }: Merged): Promise<boolean> => {
  const both = sql`(${fromId}::uuid, ${toId}::uuid)`
  const { rows } = await sql`
    select from case_party as one join case_party as other using (community_id, case_id)
    where one.person_id = ${fromId} and other.person_id = ${toId}
    union all
    select from case_party as party
    join mediation_case as heard on heard.community_id = party.community_id and heard.id = party.case_id
    join mediator on mediator.community_id = heard.community_id and mediator.id = heard.mediator_id
    where party.person_id in ${both} and mediator.person_id in ${both} and party.person_id <> mediator.person_id
    limit 1`.execute(trx)
  return rows.length > 0
}

/** A seat is theirs, and for them where nobody else sits on it. */
export const moveBookings = async (trx: Trx, { fromId, toId }: Merged): Promise<void> => {
  await sql`
    update booking set person_id = ${toId}, subject_id = case subject_id when ${fromId} then ${toId} else subject_id end
    where person_id = ${fromId}`.execute(trx)
}

/** Both are called once: what was to be said to the one is said in the call to the other. */
export const moveCalls = async (trx: Trx, merged: Merged, now: Date): Promise<void> => {
  const { fromId, toId } = merged
  const pairs = sql`
    select doubled.community_id, doubled.id as doubled_id, kept.id as kept_id, doubled.due_on, doubled.is_urgent
    from call as doubled join call as kept on kept.community_id = doubled.community_id
    where doubled.person_id = ${fromId} and kept.person_id = ${toId}
    and doubled.closed_at is null and kept.closed_at is null`
  await sql`
    with pair as (${pairs})
    update call set due_on = least(call.due_on, pair.due_on), is_urgent = call.is_urgent or pair.is_urgent,
      version = call.version + 1
    from pair where call.community_id = pair.community_id and call.id = pair.kept_id`.execute(trx)
  const { rows } = await sql<{ community_id: string; doubled_id: string }>`
    with pair as (${pairs}), moved as (
      update call_line set call_id = pair.kept_id from pair
      where call_line.community_id = pair.community_id and call_line.call_id = pair.doubled_id
    )
    update call set closed_at = ${now.toISOString()}, version = version + 1 from pair
    where call.community_id = pair.community_id and call.id = pair.doubled_id
    returning call.community_id, pair.doubled_id`.execute(trx)
  for (const { community_id: communityId, doubled_id: id } of rows) {
    // Nobody has tried to make it: then there is nothing to remember of it.
    await sql`
      delete from call where community_id = ${communityId} and id = ${id}
      and not exists (select from call_attempt where community_id = ${communityId} and call_id = ${id})`.execute(trx)
  }
  await moveColumn(trx, 'call', 'person_id', merged)
}

/** In one household they were one person all along; in two, only they can say in which they live. */
export const moveMemberships = async (trx: Trx, merged: Merged, now: Date): Promise<void> => {
  await sql`
    update household_member as doubled set left_at = ${now.toISOString()} from household_member as kept
    where doubled.person_id = ${merged.fromId} and kept.person_id = ${merged.toId}
    and doubled.left_at is null and kept.left_at is null
    and kept.community_id = doubled.community_id and kept.household_id = doubled.household_id`.execute(trx)
  await moveColumn(trx, 'household_member', 'person_id', merged)
}

/** Nobody endorses a thing twice, or what they said themselves. Goes before the reports move. */
export const moveEndorsements = async (trx: Trx, merged: Merged): Promise<void> => {
  const { fromId, toId } = merged
  await sql`
    with dropped as (
      delete from issue_endorsement as given
      where (given.person_id = ${fromId} and exists (
          select from issue_endorsement as kept where kept.person_id = ${toId}
          and kept.community_id = given.community_id and kept.issue_id = given.issue_id))
        or (given.person_id in (${fromId}, ${toId}) and exists (
          select from issue where issue.community_id = given.community_id and issue.id = given.issue_id
          and issue.reporter_id in (${fromId}, ${toId})))
      returning given.community_id, given.issue_id
    ), counted as (select community_id, issue_id, count(*)::integer as times from dropped group by 1, 2)
    update issue set endorsements = endorsements - counted.times from counted
    where issue.community_id = counted.community_id and issue.id = counted.issue_id`.execute(trx)
  await moveColumn(trx, 'issue_endorsement', 'person_id', merged)
}

/** What is known of their proofs hangs on the row that is to move: the new one first, then what hangs, then the old. */
export const moveProofs = async (trx: Trx, merged: Merged): Promise<void> => {
  const { fromId, toId } = merged
  await sql`
    insert into proof_of_life (community_id, person_id, since, way)
    select community_id, ${toId}, since, way from proof_of_life where person_id = ${fromId}
    on conflict (community_id, person_id) do update
    set since = least(proof_of_life.since, excluded.since), way = coalesce(proof_of_life.way, excluded.way)`.execute(
    trx,
  )
  await moveColumn(trx, 'proof_of_life_done', 'person_id', merged)
  const reminders = { table: 'proof_reminder', column: 'person_id', same: ['community_id', 'due_on', 'days_before'] }
  await dropDoubles(trx, reminders, merged)
  await moveColumn(trx, 'proof_reminder', 'person_id', merged)
  await sql`delete from proof_of_life where person_id = ${fromId}`.execute(trx)
}

/** Each agreement is good for one message, whichever of the two gave it. */
export const moveCredits = async (trx: Trx, { fromId, toId }: Merged): Promise<void> => {
  await sql`
    insert into subscribe_credit as mine (person_id, template_id, credits, is_refused)
    select ${toId}, template_id, credits, is_refused from subscribe_credit where person_id = ${fromId}
    on conflict (person_id, template_id) do update set
      credits = mine.credits + excluded.credits,
      is_refused = mine.is_refused and excluded.is_refused`.execute(trx)
  await sql`delete from subscribe_credit where person_id = ${fromId}`.execute(trx)
}

/** Facts of one kind of which both have one in force or claimed. */
export const listDoubledFacts = async (trx: Trx, { fromId, toId }: Merged) => {
  const { rows } = await sql<{ id: string; kind: string; kept_id: string; is_verified: boolean }>`
    select doubled.id, doubled.kind, kept.id as kept_id, doubled.verified_on is not null as is_verified
    from resident_fact as doubled join resident_fact as kept
    on kept.kind = doubled.kind and (kept.verified_on is null) = (doubled.verified_on is null)
    where doubled.person_id = ${fromId} and kept.person_id = ${toId}
    and doubled.ended_on is null and kept.ended_on is null`.execute(trx)
  return rows
}

/** The absorbed person is there for what they did alone: whoever had become one with them is one with the other now. */
export const markMerged = async (trx: Trx, { fromId, toId }: Merged): Promise<void> => {
  await sql`update person set merged_into = ${toId} where id = ${fromId} or merged_into = ${fromId}`.execute(trx)
}
