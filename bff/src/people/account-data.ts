import { EVIDENCE_TEXT, FACT_KINDS, FACT_RULES } from '@little-bench/shared/people/facts'
import { CONSENT_RULES } from '@little-bench/shared/privacy/consents'
import { sql } from 'kysely'
import { z } from 'zod'
import {
  by,
  DELETED,
  endedNow,
  type HeldRow,
  NOBODY_NAME,
  OURS,
  olderThan,
  opens,
  personalData,
  type Saying,
  SOMEBODY_ELSE,
  says,
  saysOf,
} from '../platform/db/personal-data.ts'
import { saidOf } from './resident-fact.presenter.ts'
import { openFact } from './sealed-fact.ts'
import { contactPurpose } from './sealed-purposes.ts'
import { SEALED_SIGN_IN } from './sealed-sign-in.ts'

const CHANNEL = {
  own: { zh: '自己点的' },
  counter: { zh: '在柜台' },
  inbox: { zh: '在手机上看' },
  call: { zh: '打电话' },
}
const ENDED = { withdrawn: { zh: '撤回了' }, corrected: { zh: '改过了' }, refused: { zh: '没有核实' } }
const METHOD = {
  demo: { zh: '示范' },
  wechat: { zh: '微信' },
  phone_code: { zh: '电话和验证码' },
  invitation: { zh: '工作人员的邀请' },
}
const TEXT_STEP = { standard: { zh: '标准' }, large: { zh: '大' }, largest: { zh: '最大' } }
const LANGUAGE = { zh: { zh: '汉语' }, bo: { zh: '藏语' } }
const FACT_NAME = Object.fromEntries(Object.entries(FACT_RULES).map(([kind, { name }]) => [kind, name]))
const PURPOSE = Object.fromEntries(Object.entries(CONSENT_RULES).map(([purpose, { name }]) => [purpose, name]))

const FactRow = z.object({ id: z.string(), kind: z.enum(FACT_KINDS), sealed_value: z.string().nullable() })

const contactOf = (field: 'name' | 'phone') => (row: HeldRow) => contactPurpose(String(row['person_id']), field)

const factWords = (row: HeldRow, { sealer, config, language }: Saying): string => {
  const content = openFact(sealer, FactRow.parse(row))
  return content === null ? '' : saidOf(content, { config, language })
}

/** The account itself, what is known of somebody, and what they agreed to. */
export const ACCOUNT_DATA = [
  personalData({
    table: 'person_contact',
    name: { zh: '怎么联系' },
    whose: by('person_id'),
    columns: {
      person_id: OURS,
      sealed_name: opens('名字', contactOf('name')),
      sealed_phone: opens('电话', contactOf('phone')),
      channel: says('怎么告诉', CHANNEL),
      has_account: says('有没有账号'),
      created_at: says('什么时候记下的'),
      name_hash: OURS,
      phone_hash: OURS,
      phone_verified_at: says('电话什么时候核实的'),
    },
    closing: DELETED,
  }),
  personalData({
    table: 'resident_fact',
    name: { zh: '资料' },
    whose: by('person_id'),
    columns: {
      id: OURS,
      person_id: OURS,
      kind: says('哪一项', FACT_NAME),
      sealed_value: saysOf('写的什么', factWords),
      in_force_from: says('从哪天起'),
      claimed_at: says('什么时候填的'),
      claimed_by: SOMEBODY_ELSE,
      consent_version: says('同意的是哪一版'),
      evidence: says('看了什么核实的', EVIDENCE_TEXT),
      verified_by: SOMEBODY_ELSE,
      verified_on: says('哪天核实的'),
      verified_until: says('核实到哪天'),
      ended_on: says('哪天结束的'),
      ended_because: says('为什么结束', ENDED),
      refusal: OURS,
    },
    closing: {
      does: 'clear',
      set: (now) => ({
        sealed_value: null,
        refusal: null,
        ended_on: sql`coalesce(held.ended_on, (${now}::timestamptz at time zone 'Asia/Shanghai')::date)`,
        ended_because: 'withdrawn',
      }),
      because: { zh: '资料的内容删了；同意过、收回过的记录按规定留三年。' },
    },
    expiries: [{ rule: 'fact', isDue: ({ on }) => sql`held.ended_on < ${on}::date` }],
  }),
  personalData({
    table: 'consent',
    name: { zh: '同意过的' },
    whose: by('person_id'),
    columns: {
      id: OURS,
      person_id: OURS,
      purpose: says('哪一项', PURPOSE),
      version: says('哪一版'),
      given_at: says('什么时候同意的'),
      channel: says('怎么同意的', CHANNEL),
      given_with: SOMEBODY_ELSE,
      withdrawn_at: says('什么时候收回的'),
    },
    closing: {
      does: 'clear',
      set: (now) => ({ withdrawn_at: endedNow('withdrawn_at', now) }),
      because: { zh: '同意过、收回过的记录按规定留三年。' },
    },
    expiries: [{ rule: 'consent', isDue: olderThan('withdrawn_at') }],
  }),
  personalData({
    table: 'display_preference',
    name: { zh: '怎么显示' },
    whose: by('person_id'),
    columns: {
      person_id: OURS,
      language: says('语言', LANGUAGE),
      is_elder_mode: says('长辈版'),
      text_step: says('字的大小', TEXT_STEP),
      chosen_at: says('什么时候选的'),
    },
    closing: DELETED,
  }),
  personalData({
    table: 'session',
    name: { zh: '登录' },
    whose: by('person_id'),
    columns: {
      token_hash: OURS,
      person_id: OURS,
      created_at: says('什么时候登录的'),
      expires_at: says('到什么时候'),
      case_community_id: OURS,
      case_id: OURS,
      id: OURS,
      method: says('怎么登录的', METHOD),
      device: says('什么设备'),
      reaches_desk: says('能不能到工作台'),
      last_seen_at: says('上一次用'),
      wechat_account_id: OURS,
    },
    closing: DELETED,
  }),
  personalData({
    table: 'idempotency_key',
    name: { zh: '发过的请求' },
    whose: by('person_id'),
    columns: {
      person_id: OURS,
      key: OURS,
      operation: OURS,
      body_hash: OURS,
      result: OURS,
      created_at: says('什么时候'),
    },
    closing: DELETED,
  }),
  personalData({
    table: 'role_assignment',
    name: { zh: '身份' },
    whose: by('person_id'),
    columns: {
      person_id: OURS,
      role: says('身份'),
      community_id: says('社区'),
      grid_cell_id: says('网格'),
      unit_id: says('单位'),
    },
    closing: DELETED,
  }),
  personalData({
    table: 'staff_totp',
    name: { zh: '动态码' },
    whose: by('person_id'),
    columns: {
      id: OURS,
      person_id: OURS,
      // Whoever reads it can sign in.
      sealed_secret: OURS,
      created_at: says('什么时候装的'),
      confirmed_at: says('什么时候用上的'),
      last_step: OURS,
      wrong_tries: OURS,
      paused_until: OURS,
    },
    closing: DELETED,
  }),
  personalData({
    table: 'staff_invitation',
    name: { zh: '工作人员的邀请' },
    whose: by('accepted_by'),
    columns: {
      id: OURS,
      sealed_name: opens('名字', (row) => SEALED_SIGN_IN.invitedName.purposeOf(String(row['id']))),
      role: says('身份'),
      community_id: says('社区'),
      grid_cell_id: says('网格'),
      unit_id: says('单位'),
      invited_by: SOMEBODY_ELSE,
      created_at: says('什么时候请的'),
      expires_at: OURS,
      withdrawn_at: says('什么时候收回的'),
      accepted_by: OURS,
      accepted_at: says('什么时候答应的'),
      desk_key: OURS,
      given_at: says('什么时候开始的'),
    },
    closing: DELETED,
  }),
  personalData({
    table: 'person',
    name: { zh: '账号' },
    whose: by('id'),
    columns: {
      id: OURS,
      name: says('名字'),
      is_demo: OURS,
      created_at: says('什么时候有的'),
      closed_at: says('什么时候注销的'),
      merged_into: OURS,
    },
    closing: {
      does: 'clear',
      set: (now) => ({ name: NOBODY_NAME, is_demo: false, closed_at: endedNow('closed_at', now) }),
      because: { zh: '办过的事还在社区的档案里，写着「已注销居民」。' },
    },
  }),
]
