import { sql } from 'kysely'
import {
  by,
  DELETED,
  endedNow,
  type HeldRow,
  OURS,
  olderThan,
  opens,
  personalData,
  says,
  staffWho,
  through,
} from '../platform/db/personal-data.ts'
import { childPurpose, pickUpPurpose } from './sealed-purposes.ts'

const RELATION = {
  parent: { zh: '父母' },
  grandparent: { zh: '祖父母' },
  sibling: { zh: '哥哥姐姐' },
  relative: { zh: '亲戚' },
  friend: { zh: '朋友' },
}
const READ_FOR = {
  day_roster: { zh: '当天照看' },
  handover: { zh: '交接' },
  activity_roster: { zh: '活动的名单' },
}
const CHILD = { column: 'child_id', owner: 'guardian_id' }
const idOf = (row: HeldRow): string => String(row['id'])
const KEPT_CONSENT = { zh: '孩子的内容删了；监护人同意过、收回过的记录按规定留三年。' }

/** Children, whoever fetches them, and with whom somebody lives. */
export const FAMILY_DATA = [
  personalData({
    table: 'child_read',
    name: { zh: '谁看过孩子的资料' },
    whose: through('child', CHILD),
    columns: {
      community_id: says('社区'),
      id: OURS,
      child_id: OURS,
      reader_id: staffWho('谁'),
      reason: says('为什么', READ_FOR),
      service_on: says('为哪一天'),
      at: says('什么时候'),
    },
    closing: { does: 'keep', because: { zh: '谁看过的记录按规定留一年。' } },
    expiries: [{ rule: 'log', isDue: olderThan('at') }],
  }),
  personalData({
    table: 'child_pick_up',
    name: { zh: '接送人' },
    whose: through('child', CHILD),
    columns: {
      community_id: says('社区'),
      id: OURS,
      child_id: OURS,
      relation: says('是孩子的什么人', RELATION),
      sealed_name: opens('名字', (row) => pickUpPurpose(idOf(row), 'name')),
      sealed_phone: opens('电话', (row) => pickUpPurpose(idOf(row), 'phone')),
      created_at: says('什么时候写的'),
      ended_at: says('什么时候去掉的'),
    },
    closing: {
      does: 'clear',
      set: (now) => ({ sealed_name: null, sealed_phone: null, ended_at: endedNow('ended_at', now) }),
      because: KEPT_CONSENT,
    },
    expiries: [{ rule: 'consent', isDue: olderThan('ended_at') }],
  }),
  personalData({
    table: 'child',
    name: { zh: '孩子' },
    whose: by('guardian_id'),
    columns: {
      community_id: says('社区'),
      id: OURS,
      guardian_id: OURS,
      sealed_nickname: opens('小名', (row) => childPurpose(idOf(row), 'nickname')),
      sealed_born_in: opens('出生年月', (row) => childPurpose(idOf(row), 'born_in')),
      sealed_allergies: opens('过敏', (row) => childPurpose(idOf(row), 'allergies')),
      consent_version: says('同意的是哪一版'),
      consented_at: says('什么时候同意的'),
      created_at: says('什么时候写的'),
      removed_at: says('什么时候删的'),
    },
    closing: {
      does: 'clear',
      set: (now) => ({
        sealed_nickname: null,
        sealed_born_in: null,
        sealed_allergies: null,
        removed_at: endedNow('removed_at', now),
      }),
      because: KEPT_CONSENT,
    },
    expiries: [{ rule: 'consent', isDue: olderThan('removed_at') }],
  }),
  personalData({
    table: 'household_member',
    name: { zh: '家' },
    whose: by('person_id'),
    columns: {
      community_id: says('社区'),
      household_id: OURS,
      person_id: OURS,
      joined_at: says('什么时候加入的'),
      left_at: says('什么时候退出的'),
    },
    closing: DELETED,
    // Whoever left long ago is nobody's family any more.
    expiries: [{ rule: 'grant', isDue: ({ at }) => sql`held.left_at < ${at}::timestamptz` }],
  }),
]
