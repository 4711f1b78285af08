import type { Service } from '@little-bench/shared/communities/duty'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import {
  by,
  type Cutoff,
  DELETED,
  NOBODY_ID,
  OURS,
  type PersonalData,
  personalData,
  SAID_ELSEWHERE,
  SOMEBODY_ELSE,
  says,
  through,
} from '../platform/db/personal-data.ts'

const STATE = {
  queued: { zh: '排队' },
  dispatched: { zh: '派了人' },
  accepted: { zh: '有人在办' },
  resolved: { zh: '说办好了' },
  closed: { zh: '结案了' },
}
const OUTCOME = {
  solved: { zh: '解决了' },
  not_ours: { zh: '不归社区' },
  withdrawn: { zh: '撤回了' },
  rejected: { zh: '没有办' },
  merged: { zh: '和别的合在一起' },
  converted: { zh: '转成别的' },
}
const AUDIENCE = { requester: { zh: '您和工作人员' }, staff: { zh: '工作人员' } }
const KEPT = { zh: '办过的事留在社区的档案里，写着「已注销居民」，三年后不再留字。' }

/** The item is over for so long; `of` says which, of the row `held`. */
export const itemOverBefore = (of: RawBuilder<SqlBool>, { at }: Cutoff) =>
  sql<SqlBool>`exists (select from work_item where work_item.community_id = held.community_id and ${of}
    and work_item.state = 'closed' and work_item.closed_at < ${at}::timestamptz)`

/** It hangs on an item that somebody asked for. */
const ofItemsOf = through('work_item', { column: 'work_item_id', owner: 'requester_id' })

/** It hangs on an item that others may act on for whoever asked for it: a report about staff is none. */
export const isOfDelegable = (itemId: RawBuilder<unknown>) =>
  sql<SqlBool>`exists (select from work_item where work_item.community_id = held.community_id
    and work_item.id = ${itemId} and work_item.is_delegable)`

/** What somebody asked for, and what they said about it; the files of `archived` services follow a rule of their own. */
export const workQueueData = (archived: readonly Service[]): readonly PersonalData[] => {
  const isOurs = (service: RawBuilder<unknown>) => sql<SqlBool>`not ${service} = any(${sql.val([...archived])}::text[])`
  const ofItem = sql<SqlBool>`work_item.id = held.work_item_id and ${isOurs(sql.ref('work_item.service'))}`
  return [
    personalData({
      table: 'work_item_rating',
      name: { zh: '评价' },
      whose: ofItemsOf,
      shownToStaff: isOfDelegable(sql.ref('held.work_item_id')),
      columns: {
        community_id: says('社区'),
        work_item_id: OURS,
        round: says('第几次办'),
        solved: says('解决了吗'),
        satisfaction: says('满意几分'),
        comment: says('说的话'),
        rated_by: SOMEBODY_ELSE,
        rated_at: says('什么时候'),
      },
      closing: { does: 'keep', because: KEPT },
      expiries: [
        {
          rule: 'item',
          isDue: (cutoff) => sql`held.rated_by <> ${NOBODY_ID} and ${itemOverBefore(ofItem, cutoff)}`,
          set: () => ({ comment: null, rated_by: NOBODY_ID }),
        },
      ],
    }),
    personalData({
      table: 'work_item_message',
      name: { zh: '您写的和回给您的话' },
      // Staff who live here too do not take home what they wrote about others.
      whose: (personId) =>
        sql<SqlBool>`(${ofItemsOf(personId)} and (held.visible_to = 'requester' or held.author_id = ${personId}))`,
      shownToStaff: isOfDelegable(sql.ref('held.work_item_id')),
      columns: {
        community_id: says('社区'),
        id: OURS,
        work_item_id: OURS,
        author_id: SOMEBODY_ELSE,
        body: says('写了什么'),
        visible_to: says('谁看得到', AUDIENCE),
        created_at: says('什么时候'),
        redacted_at: says('什么时候遮掉的'),
      },
      closing: { does: 'keep', because: KEPT },
      expiries: [
        {
          rule: 'item',
          isDue: (cutoff) => sql`held.body <> '' and ${itemOverBefore(ofItem, cutoff)}`,
          set: (now) => ({ body: '', redacted_at: now }),
        },
      ],
    }),
    personalData({
      table: 'work_item_words',
      name: { zh: '用来找的字' },
      whose: ofItemsOf,
      shownToStaff: isOfDelegable(sql.ref('held.work_item_id')),
      columns: {
        community_id: OURS,
        work_item_id: OURS,
        label: SAID_ELSEWHERE,
        subject: SAID_ELSEWHERE,
        said: SAID_ELSEWHERE,
        heard: SAID_ELSEWHERE,
        findable: SAID_ELSEWHERE,
      },
      closing: { does: 'keep', because: KEPT },
      expiries: [
        {
          rule: 'item',
          isDue: (cutoff) => sql`held.subject || held.said || held.heard <> '' and ${itemOverBefore(ofItem, cutoff)}`,
          set: () => ({ subject: '', said: '', heard: '' }),
        },
      ],
    }),
    personalData({
      table: 'saved_view',
      name: { zh: '存下的看法' },
      whose: by('person_id'),
      columns: {
        id: OURS,
        person_id: OURS,
        queue_id: says('队列'),
        name: says('名字'),
        view: OURS,
        filter: OURS,
        saved_at: says('什么时候存的'),
      },
      closing: DELETED,
    }),
    personalData({
      table: 'work_item',
      name: { zh: '办的事' },
      whose: by('requester_id'),
      shownToStaff: sql<SqlBool>`held.is_delegable`,
      columns: {
        community_id: says('社区'),
        id: OURS,
        receipt_number: says('编号'),
        service: OURS,
        service_code: OURS,
        subject_id: OURS,
        title: says('什么事'),
        confidentiality: OURS,
        grid_cell_id: says('网格'),
        queue_id: says('谁办'),
        requester_id: OURS,
        assignee_id: SOMEBODY_ELSE,
        filed_by_id: SOMEBODY_ELSE,
        former_handler_id: SOMEBODY_ELSE,
        excluded_staff_ids: SOMEBODY_ELSE,
        is_delegable: OURS,
        priority: OURS,
        state: says('现在', STATE),
        outcome: says('结果', OUTCOME),
        deadline_class: OURS,
        route_rule_id: OURS,
        routed_because: OURS,
        config_hash: OURS,
        participating_queue_ids: OURS,
        supervising_queue_ids: OURS,
        barred_queue_ids: OURS,
        referred_queue_id: OURS,
        acceptance_due_at: OURS,
        acceptance_ended_at: OURS,
        first_reply_due_at: OURS,
        first_reply_ended_at: OURS,
        due_at: says('答应到什么时候'),
        resolve_ended_at: OURS,
        resolved_at: says('什么时候说办好的'),
        closed_at: says('什么时候结案的'),
        created_at: says('什么时候说的'),
        round_started_at: OURS,
        reopened_count: says('重办了几次'),
        reminded_at: says('什么时候催的'),
        reminders: says('催了几次'),
        is_asked_to_rate: OURS,
        asked_again: OURS,
        pause: OURS,
        paused_at: OURS,
        suspended_until: OURS,
        suspension_reason: OURS,
        suspensions: OURS,
        climbed_at: OURS,
        touched_at: OURS,
        is_untouched: OURS,
        next_timer_at: OURS,
        parent_id: OURS,
        open_children: OURS,
        merged_into_id: OURS,
        raised_by: OURS,
        version: OURS,
      },
      closing: { does: 'keep', because: KEPT },
      expiries: [
        {
          rule: 'item',
          isDue: ({ at }) =>
            sql`held.requester_id <> ${NOBODY_ID} and ${isOurs(sql.ref('held.service'))} and held.state = 'closed'
            and held.closed_at < ${at}::timestamptz`,
          set: () => ({ requester_id: NOBODY_ID, filed_by_id: null }),
        },
      ],
    }),
  ]
}

/** What a file hangs on is over: the report, what was written about it, or the work on it. */
export const fileOverBefore = (cutoff: Cutoff) =>
  itemOverBefore(
    sql<SqlBool>`work_item.id = any(array(
      select item.id from work_item as item where item.community_id = held.community_id
        and (item.id = held.subject_id or (item.subject_id = held.subject_id and item.parent_id is null))
      union select message.work_item_id from work_item_message as message
        where message.community_id = held.community_id and message.id = held.subject_id))`,
    cutoff,
  )
