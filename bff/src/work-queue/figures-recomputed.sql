-- The figures of a community ($1) and some services ($2) once more, by another way: from when things happened and what
-- was promised at that time, without what the engine wrote down about how a clock ended. Only tests run this.
with line as (
  select
    event.id, event.work_item_id, event.kind, event.actor_id, event.details, event.clocks, event.created_at,
    to_char(event.created_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
    -- A reopening begins the next round.
    count(*) filter (where event.kind = 'reopened') over (partition by event.work_item_id order by event.id) as round,
    message.visible_to = 'requester' and event.acting_for_id is null and event.actor_id <> item.requester_id and event.kind <> 'reopened' as is_answer
  from work_item_event as event
  join work_item as item on item.community_id = event.community_id and item.id = event.work_item_id
  left join work_item_message as message
    on message.community_id = event.community_id and message.id = event.message_id
  where event.community_id = $1 and event.service = any($2::text[])
),
promise as (
  select work_item_id, round, id, promised ->> 'clock' as clock, (promised ->> 'dueAt')::timestamptz as due_at
  from line, jsonb_array_elements(clocks) as promised
  where promised ? 'dueAt'
),
stop as (
  select distinct on (line.work_item_id, line.round, clock.name)
    line.work_item_id, line.round, line.id, line.month, line.created_at, clock.name as clock,
    line.kind in ('withdrawn', 'closed', 'merged', 'converted') as is_void
  from line, (values ('acceptance'), ('first_reply'), ('resolve')) as clock (name)
  where line.kind in ('withdrawn', 'closed', 'merged', 'converted', 'resolved')
    or (clock.name = 'acceptance' and line.kind in ('claimed', 'accepted', 'referral_accepted'))
    or (clock.name = 'first_reply' and (line.kind = 'asked' or line.is_answer))
    or (line.kind in ('escalated', 'ran_late') and line.actor_id is null and line.details ->> 'clock' = clock.name)
  order by line.work_item_id, line.round, clock.name, line.id
),
ended as (
  select stop.month, stop.clock, stop.created_at <= promised.due_at as is_in_time
  from stop
  -- Works of a split item are promised nothing of their own and drop out here.
  cross join lateral (
    select promise.due_at from promise
    where promise.work_item_id = stop.work_item_id and promise.round = stop.round
      and promise.clock = stop.clock and promise.id <= stop.id
    order by promise.id desc limit 1
  ) as promised
  where not stop.is_void
),
counted as (
  select month, clock as what, count(*) filter (where is_in_time) as numerator, count(*) as denominator
  from ended group by 1, 2
  union all
  select month, 'solved', count(*) filter (where details ->> 'solved' = 'true'), count(*)
  from line where kind = 'rated' group by 1
  union all
  select month, 'satisfied', count(*) filter (where details ->> 'satisfaction' in ('4', '5')), count(*)
  from line where kind = 'rated' group by 1
  union all
  select resolved.month, 'unrated', count(*), count(*)
  from line as resolved
  where resolved.kind = 'resolved'
    and exists (select from promise where promise.work_item_id = resolved.work_item_id)
    and not exists (
      select from line as rated
      where rated.kind = 'rated' and rated.work_item_id = resolved.work_item_id and rated.round = resolved.round
    )
  group by 1
)
select month, what, numerator::integer, denominator::integer from counted order by 1, 2
