import { type SqlBool, sql } from 'kysely'
import {
  by,
  type Cutoff,
  DELETED,
  NOBODY_ID,
  OURS,
  type PersonalData,
  personalData,
  SOMEBODY_ELSE,
  says,
  saysPlace,
} from '../platform/db/personal-data.ts'
import { isOfDelegable, itemOverBefore } from '../work-queue/index.ts'

const SOURCE = {
  own: { zh: '自己说的' },
  proxy: { zh: '代办的人说的' },
  counter: { zh: '在柜台说的' },
  phone: { zh: '电话里说的' },
  visit: { zh: '上门时说的' },
}
const VISIBILITY = { private: { zh: '只给办事的人看' }, public: { zh: '公开，不写名字' } }
const PUBLIC_STATE = {
  waiting: { zh: '有人先看' },
  shown: { zh: '选了公开就看得到' },
  refused: { zh: '看不到' },
}
const KEPT = { zh: '说过的事留在社区的档案里，写着「已注销居民」，三年后不再留字。' }
/** What stands where words stood. */
export const WORDS_GONE = '（保存期过了，字已经删掉）'

const ofIssue = sql<SqlBool>`work_item.id = held.work_item_id`
const overBefore = (cutoff: Cutoff) =>
  itemOverBefore(
    sql<SqlBool>`work_item.id = (select issue.work_item_id from issue
      where issue.community_id = held.community_id and issue.id = held.issue_id)`,
    cutoff,
  )

/** What somebody reported, seconded and hid, and where they help. */
export const ISSUE_DATA: readonly PersonalData[] = [
  personalData({
    table: 'issue_redaction',
    name: { zh: '遮掉以前的话' },
    whose: (personId) =>
      sql<SqlBool>`exists (select from issue where issue.community_id = held.community_id and issue.id = held.issue_id
        and issue.reporter_id = ${personId})`,
    shownToStaff: isOfDelegable(
      sql`(select issue.work_item_id from issue where issue.community_id = held.community_id and issue.id = held.issue_id)`,
    ),
    columns: {
      community_id: says('社区'),
      issue_id: OURS,
      description: says('原来的话'),
      redacted_by: SOMEBODY_ELSE,
      redacted_at: says('什么时候遮的'),
    },
    closing: { does: 'keep', because: KEPT },
    expiries: [{ rule: 'item', isDue: overBefore }],
  }),
  personalData({
    table: 'issue_endorsement',
    name: { zh: '附议' },
    whose: by('person_id'),
    columns: { community_id: says('社区'), issue_id: OURS, person_id: OURS, created_at: says('什么时候') },
    closing: { does: 'keep', because: { zh: '附议的数目还算数，不再有您的名字。' } },
    expiries: [{ rule: 'item', isDue: overBefore }],
  }),
  personalData({
    table: 'issue',
    name: { zh: '说过的事' },
    whose: by('reporter_id'),
    shownToStaff: isOfDelegable(sql.ref('held.work_item_id')),
    columns: {
      community_id: says('社区'),
      id: OURS,
      work_item_id: OURS,
      reporter_id: OURS,
      service_code: OURS,
      description: says('说了什么'),
      place_id: saysPlace('在哪里'),
      lat: says('纬度'),
      lng: says('经度'),
      visibility: says('谁看得到', VISIBILITY),
      public_state: says('邻居看不看得到', PUBLIC_STATE),
      source: says('怎么说的', SOURCE),
      team_id: says('哪个志愿队'),
      endorsements: says('几户附议'),
      redacted_at: says('什么时候遮的'),
      withdrawn_at: says('什么时候撤回的'),
      created_at: says('什么时候说的'),
    },
    closing: {
      does: 'clear',
      // One that has no other place keeps its position until it is done.
      set: () => ({ lat: onlyPlace('lat'), lng: onlyPlace('lng') }),
      because: KEPT,
    },
    expiries: [
      {
        rule: 'position',
        isDue: (cutoff) => sql`held.lat is not null and ${itemOverBefore(ofIssue, cutoff)}`,
        set: () => ({ lat: null, lng: null }),
      },
      {
        rule: 'item',
        isDue: (cutoff) => sql`held.reporter_id <> ${NOBODY_ID} and ${itemOverBefore(ofIssue, cutoff)}`,
        set: () => ({ reporter_id: NOBODY_ID, description: WORDS_GONE }),
      },
    ],
  }),
  personalData({
    table: 'volunteer_membership',
    name: { zh: '志愿队' },
    whose: by('person_id'),
    columns: {
      community_id: says('社区'),
      person_id: OURS,
      team_id: says('哪个队'),
      joined_at: says('什么时候加入的'),
    },
    closing: DELETED,
  }),
]

const onlyPlace = (column: 'lat' | 'lng') => sql`case when held.place_id is null then held.${sql.ref(column)} end`
