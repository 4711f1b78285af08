import { inLanguage } from '@little-bench/shared/kernel/language'
import { actText } from '@little-bench/shared/people/acts'
import { ProxyScope } from '@little-bench/shared/people/grant.contract'
import { GRANT_STATE_TEXT, RELATIONSHIP_TEXT } from '@little-bench/shared/people/grants'
import { scopeLines } from '@little-bench/shared/people/powers'
import { type SqlBool, sql } from 'kysely'
import {
  by,
  OURS,
  olderThan,
  personalData,
  SOMEBODY_ELSE,
  says,
  saysOf,
  staffWho,
  textIn,
} from '../platform/db/personal-data.ts'

const READ = {
  search: { zh: '找人' },
  facts: { zh: '资料' },
  call_list: { zh: '电话' },
  issue_original: { zh: '一件事原来的话' },
  delivery_sheet: { zh: '送餐单' },
  visit_round: { zh: '上门的名单' },
  own_data: { zh: '整份资料' },
}
const REASON = { counter: { zh: '在柜台' }, phone: { zh: '电话里' }, visit: { zh: '上门' } }
const ENDER = { principal: { zh: '委托的人' }, agent: { zh: '代办的人' }, counter: { zh: '柜台' } }
const FOR_A_YEAR = { zh: '谁看过、谁代办过的记录按规定留一年。' }

/** Who acts for somebody, what was done in their name, and who looked at what. */
export const ACTING_DATA = [
  personalData({
    table: 'confidential_read',
    name: { zh: '谁看过您的资料' },
    whose: by('person_id'),
    columns: {
      community_id: says('社区'),
      id: OURS,
      reader_id: staffWho('谁'),
      person_id: OURS,
      what: says('看了什么', READ),
      // In the reader's own words, which may speak of others.
      reason: SOMEBODY_ELSE,
      at: says('什么时候'),
    },
    closing: { does: 'keep', because: FOR_A_YEAR },
    expiries: [{ rule: 'log', isDue: olderThan('at') }],
  }),
  personalData({
    table: 'proxy_act',
    name: { zh: '别人替您办的' },
    whose: by('principal_id'),
    columns: {
      id: OURS,
      principal_id: OURS,
      actor_id: SOMEBODY_ELSE,
      community_id: says('社区'),
      operation: saysOf('办了什么', (row, { language }) =>
        inLanguage(actText(textIn(row, 'operation') ?? '', textIn(row, 'event_kind')), language),
      ),
      event_kind: OURS,
      grant_id: OURS,
      assist_session_id: OURS,
      work_item_id: OURS,
      at: says('什么时候'),
    },
    closing: { does: 'keep', because: FOR_A_YEAR },
    expiries: [{ rule: 'log', isDue: olderThan('at') }],
  }),
  personalData({
    table: 'assist_session',
    name: { zh: '柜台帮您办的' },
    whose: by('resident_id'),
    columns: {
      community_id: says('社区'),
      id: OURS,
      staff_id: staffWho('谁'),
      resident_id: OURS,
      reason: says('怎么办的', REASON),
      note: says('记下的话'),
      started_at: says('什么时候开始'),
      ends_at: says('最晚到'),
      ended_at: says('什么时候结束'),
    },
    closing: {
      does: 'clear',
      set: (now) => ({ note: null, ended_at: sql`least(coalesce(held.ended_at, held.ends_at), ${now}::timestamptz)` }),
      because: FOR_A_YEAR,
    },
    expiries: [{ rule: 'log', isDue: olderThan('started_at') }],
  }),
  personalData({
    table: 'proxy_grant',
    name: { zh: '代办授权' },
    whose: by('principal_id', 'agent_id'),
    // What was offered under pressure never reaches whoever it names.
    shown: (personId) => sql<SqlBool>`(held.principal_id = ${personId} or held.freedom = 'free')`,
    columns: {
      community_id: says('社区'),
      id: OURS,
      principal_id: OURS,
      agent_id: SOMEBODY_ELSE,
      call_name: says('怎么称呼'),
      relationship: says('什么关系', RELATIONSHIP_TEXT),
      scopes: saysOf('能办什么', (row, { language }) =>
        scopeLines(ProxyScope.array().parse(row['scopes']), language).join('；'),
      ),
      // Whether somebody was pressed is between them and the counter, and never in a paper that others may see.
      freedom: OURS,
      record: says('现在', GRANT_STATE_TEXT),
      offered_at: says('什么时候给的'),
      answered_at: says('什么时候答应的'),
      frozen_at: says('什么时候暂停的'),
      valid_until: says('到哪天'),
      review_on: says('哪天再问一次'),
      is_review_told: OURS,
      ended_at: says('什么时候结束的'),
      ended_by: says('谁结束的', ENDER),
      witnessed_by: SOMEBODY_ELSE,
    },
    closing: { does: 'clear', set: () => ({ call_name: null }), because: { zh: '代办授权的记录按规定留三年。' } },
    expiries: [
      {
        rule: 'grant',
        isDue: ({ at, on }) => sql`coalesce(held.ended_at < ${at}::timestamptz, held.valid_until < ${on}::date)`,
      },
    ],
  }),
]
