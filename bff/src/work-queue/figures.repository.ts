import { sql } from 'kysely'
import { type DbOf, tables } from '../platform/db/database.ts'

/** What happened in one month of a community; every number is a count of events. */
export interface MonthRow {
  /** `2026-11`, in Asia/Shanghai. */
  month: string
  acceptance_in_time: number
  acceptance_ended: number
  first_reply_in_time: number
  first_reply_ended: number
  resolve_in_time: number
  resolve_ended: number
  rated: number
  solved: number
  satisfied: number
  unrated: number
}

export interface FiguresRequest {
  communityId: string
  services: readonly string[]
  /** From this instant on, up to and without `until`. */
  from: Date
  until: Date
  /** Satisfaction from 1 to 5 that counts as satisfied. */
  satisfiedFrom: number
}

/**
 * Counts of a community's events by month. Works of a split item have no clocks of their own, so what was resolved
 * without a clock ever started is a work and nobody is asked to rate it.
 */
export const countByMonth = async (
  db: DbOf<'work_item_event'>,
  { communityId, services, from, until, satisfiedFrom }: FiguresRequest,
): Promise<MonthRow[]> => {
  const { rows } = await sql<MonthRow>`
    with event as (
      select id, work_item_id, kind, details, clocks,
        to_char(created_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month
      from work_item_event
      where community_id = ${communityId} and service = any(${[...services]}::text[])
        and created_at >= ${from.toISOString()}::timestamptz and created_at < ${until.toISOString()}::timestamptz
    ),
    ended as (
      select month, change ->> 'clock' as clock, change ->> 'result' as result
      from event, jsonb_array_elements(clocks) as change
      where clocks <> '[]' and change ->> 'change' = 'ended' and change ->> 'result' <> 'void'
    ),
    counted as (
      select month, clock || case when result = 'in_time' then '_in_time' else '_late' end as what, count(*) as times
      from ended group by 1, 2
      union all
      select month, 'rated', count(*) from event where kind = 'rated' group by 1
      union all
      select month, 'solved', count(*) from event where kind = 'rated' and (details ->> 'solved')::boolean group by 1
      union all
      select month, 'satisfied', count(*) from event
      where kind = 'rated' and (details ->> 'satisfaction')::integer >= ${satisfiedFrom} group by 1
      union all
      select month, 'unrated', count(*) from event as resolved
      where kind = 'resolved'
        and exists (
          select from work_item_event as started
          where started.community_id = ${communityId} and started.work_item_id = resolved.work_item_id
            and started.clocks @> '[{"change": "started"}]'
        )
        and 'rated' is distinct from (
          select later.kind from work_item_event as later
          where later.community_id = ${communityId} and later.work_item_id = resolved.work_item_id
            and later.id > resolved.id and later.kind in ('rated', 'reopened')
          order by later.id limit 1
        )
      group by 1
    )
    select month,
      coalesce(sum(times) filter (where what = 'acceptance_in_time'), 0)::integer as acceptance_in_time,
      coalesce(sum(times) filter (where what in ('acceptance_in_time', 'acceptance_late')), 0)::integer as acceptance_ended,
      coalesce(sum(times) filter (where what = 'first_reply_in_time'), 0)::integer as first_reply_in_time,
      coalesce(sum(times) filter (where what in ('first_reply_in_time', 'first_reply_late')), 0)::integer as first_reply_ended,
      coalesce(sum(times) filter (where what = 'resolve_in_time'), 0)::integer as resolve_in_time,
      coalesce(sum(times) filter (where what in ('resolve_in_time', 'resolve_late')), 0)::integer as resolve_ended,
      coalesce(sum(times) filter (where what = 'rated'), 0)::integer as rated,
      coalesce(sum(times) filter (where what = 'solved'), 0)::integer as solved,
      coalesce(sum(times) filter (where what = 'satisfied'), 0)::integer as satisfied,
      coalesce(sum(times) filter (where what = 'unrated'), 0)::integer as unrated
    from counted group by month`.execute(tables(db))
  return rows
}
