import { type SqlBool, sql } from 'kysely'
import {
  beforeDay,
  by,
  type Cutoff,
  DELETED,
  type HeldRow,
  OURS,
  opens,
  type PersonalData,
  personalData,
  SOMEBODY_ELSE,
  says,
  saysOf,
  saysPlace,
  textIn,
  through,
} from '../platform/db/personal-data.ts'
import { SEALED } from './sealed-visit.ts'
import { openReasons } from './visit-reasons.ts'

const WAY = { self: { zh: '自己办' }, family: { zh: '家里人帮' }, visit: { zh: '有人上门' } }
const EVIDENCE = {
  did_it_myself: { zh: '自己办的' },
  was_there: { zh: '看着办的' },
  app_says_so: { zh: '应用上写着' },
  visitor_was_there: { zh: '上门的人在场' },
  told_by_person: { zh: '本人说的' },
}
const RECORDER = {
  person: { zh: '本人' },
  proxy: { zh: '代办的人' },
  counter: { zh: '柜台' },
  visitor: { zh: '上门的人' },
}
const REASON = {
  old_age: { zh: '年纪大' },
  severe_illness: { zh: '重病' },
  limited_mobility: { zh: '行动不便' },
  living_alone: { zh: '一个人住' },
}
const STATE = {
  requested: { zh: '等安排' },
  planned: { zh: '安排好了' },
  done: { zh: '办好了' },
  not_at_home: { zh: '没人在家' },
  needs_hospital: { zh: '要去医院' },
  refused: { zh: '不想要' },
  cancelled: { zh: '取消了' },
}
const VISIT = { column: 'visit_id', owner: 'person_id' }

/** Nothing has happened to the visit for so long, and nothing will. */
const overBefore =
  (visit: 'id' | 'visit_id') =>
  ({ at }: Cutoff) =>
    sql<SqlBool>`exists (select from home_visit as visit where visit.community_id = held.community_id
      and visit.id = held.${sql.ref(visit)} and visit.state in ('done', 'needs_hospital', 'refused', 'cancelled')
      and visit.requested_at < ${at}::timestamptz
      and not exists (select from home_visit_event as event where event.community_id = visit.community_id
        and event.visit_id = visit.id and event.created_at >= ${at}::timestamptz))`

const sealedAt = (place: keyof typeof SEALED) => (row: HeldRow) => SEALED[place].purposeOf(String(row['id']))
const clock = (name: string, column: string) =>
  saysOf(name, (row) => {
    const minute = row[column]
    return typeof minute === 'number' ? `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}` : ''
  })

/** The proof of life, and who comes for it. */
export const PENSION_DATA: readonly PersonalData[] = [
  personalData({
    table: 'home_visit_outcome',
    name: { zh: '上门的结果' },
    whose: through('home_visit', VISIT),
    columns: {
      community_id: says('社区'),
      id: OURS,
      visit_id: OURS,
      planning: OURS,
      outcome: says('结果', STATE),
      standing: OURS,
      // In the visitor's words, for whoever calls afterwards.
      sealed_note: SOMEBODY_ELSE,
      happened_at: says('什么时候'),
      recorded_at: says('什么时候记的'),
      recorded_by: SOMEBODY_ELSE,
    },
    closing: DELETED,
    expiries: [{ rule: 'visit', isDue: overBefore('visit_id') }],
  }),
  personalData({
    table: 'home_visit_event',
    name: { zh: '上门怎么变的' },
    whose: through('home_visit', VISIT),
    columns: {
      community_id: says('社区'),
      id: OURS,
      visit_id: OURS,
      actor_id: SOMEBODY_ELSE,
      acting_for_id: OURS,
      from_state: says('从', STATE),
      to_state: says('变成', STATE),
      planning: OURS,
      visitor_id: SOMEBODY_ELSE,
      visit_on: says('哪天来'),
      from_minute: clock('从几点', 'from_minute'),
      until_minute: clock('到几点', 'until_minute'),
      created_at: says('什么时候变的'),
    },
    closing: DELETED,
    expiries: [{ rule: 'visit', isDue: overBefore('visit_id') }],
  }),
  personalData({
    table: 'home_visit',
    name: { zh: '上门' },
    whose: by('person_id'),
    columns: {
      community_id: says('社区'),
      id: OURS,
      person_id: OURS,
      state: says('现在', STATE),
      version: OURS,
      place_id: saysPlace('到哪里'),
      sealed_door: opens('门牌', sealedAt('door')),
      sealed_note: opens('要注意的', sealedAt('note')),
      sealed_reasons: saysOf('为什么要上门', (row, { sealer }) =>
        (openReasons(sealer, String(row['id']), textIn(row, 'sealed_reasons')) ?? [])
          .map((reason) => REASON[reason].zh)
          .join('、'),
      ),
      consent_version: says('同意的是哪一版'),
      consented_at: says('什么时候同意的'),
      not_on: says('哪些天不行'),
      needs_interpreter: says('要不要翻译'),
      requested_by: SOMEBODY_ELSE,
      requested_at: says('什么时候约的'),
      planning: OURS,
      visitor_id: SOMEBODY_ELSE,
      visit_on: says('哪天来'),
      from_minute: clock('从几点', 'from_minute'),
      until_minute: clock('到几点', 'until_minute'),
      // It is said at the door, and only there.
      sealed_code: OURS,
      wrong_codes: OURS,
      locked_at: OURS,
    },
    closing: DELETED,
    expiries: [{ rule: 'visit', isDue: overBefore('id') }],
  }),
  personalData({
    table: 'proof_reminder',
    name: { zh: '提醒过您认证' },
    whose: by('person_id'),
    columns: {
      community_id: says('社区'),
      person_id: OURS,
      due_on: says('哪天到期'),
      days_before: says('提前几天'),
      reminded_on: says('哪天提醒的'),
    },
    closing: DELETED,
    expiries: [{ rule: 'message', isDue: beforeDay('reminded_on') }],
  }),
  personalData({
    table: 'proof_of_life_done',
    name: { zh: '认证办好了' },
    whose: by('person_id'),
    columns: {
      community_id: says('社区'),
      id: OURS,
      person_id: OURS,
      done_on: says('哪天'),
      evidence: says('怎么知道的', EVIDENCE),
      recorded_as: says('谁记的', RECORDER),
      recorded_by: SOMEBODY_ELSE,
      recorded_at: says('什么时候记的'),
    },
    closing: DELETED,
    expiries: [{ rule: 'proof', isDue: beforeDay('done_on') }],
  }),
  personalData({
    table: 'proof_of_life',
    name: { zh: '养老认证' },
    whose: by('person_id'),
    columns: {
      community_id: says('社区'),
      person_id: OURS,
      since: says('从哪天起知道'),
      way: says('怎么办', WAY),
    },
    closing: DELETED,
  }),
]
