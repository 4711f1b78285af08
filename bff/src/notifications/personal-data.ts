import { CALL_ONLY_NOTICES, type CallNotice, NOTICE_TEXT } from '@little-bench/shared/notifications/notices'
import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import {
  by,
  type Cutoff,
  DELETED,
  type HeldRow,
  NOT_FOR_STAFF,
  OURS,
  olderThan,
  opens,
  type PersonalData,
  personalData,
  SAID_ELSEWHERE,
  type Saying,
  SOMEBODY_ELSE,
  says,
  saysOf,
  through,
} from '../platform/db/personal-data.ts'
import { CALL_PHONES } from './call-phone.ts'
import { noticeText } from './notice-text.ts'

const CALL = { column: 'call_id', owner: 'person_id' }
const CALL_OUTCOME = {
  told: { zh: '说到了' },
  slip_given: { zh: '给了纸条' },
  no_answer: { zh: '没人接' },
  call_later: { zh: '晚点再打' },
  wrong_number: { zh: '号码不对' },
  not_wanted: { zh: '不想接' },
}

const ANSWER = {
  accept: { zh: '要' },
  reject: { zh: '不要' },
  ban: { zh: '微信停了' },
  filter: { zh: '微信没有问' },
}

const isNotice = (kind: string): kind is CallNotice => kind in NOTICE_TEXT
const Told = z.object({ kind: z.string().refine(isNotice), details: z.record(z.string(), z.string()) })
const told = (row: HeldRow, { language }: Saying): string => {
  const { kind, details } = Told.parse(row)
  return noticeText(kind, details, language)
}

const secret = sql.join(CALL_ONLY_NOTICES.map((kind) => sql.lit(kind)))
/** What is only said on the telephone stands nowhere else: neither what it was nor that there was a call. */
const isSayable = (call: 'id' | 'call_id') => () =>
  sql<SqlBool>`exists (select from call_line as line where line.community_id = held.community_id
    and line.call_id = held.${sql.ref(call)} and line.kind not in (${secret}))`
const isOver = ({ at }: Cutoff) =>
  sql<SqlBool>`exists (select from call where call.community_id = held.community_id and call.id = held.call_id
    and call.closed_at < ${at}::timestamptz)`

/** What somebody was told, in the inbox and on the telephone. */
export const NOTIFICATION_DATA: readonly PersonalData[] = [
  personalData({
    table: 'message_delivery',
    name: { zh: '发到微信的提醒' },
    whose: by('person_id'),
    columns: {
      community_id: says('社区'),
      id: OURS,
      inbox_message_id: SAID_ELSEWHERE,
      person_id: OURS,
      kind: SAID_ELSEWHERE,
      is_confidential: OURS,
      template_id: OURS,
      state: OURS,
      problem: OURS,
      error_code: OURS,
      attempts: OURS,
      next_at: OURS,
      call_at: OURS,
      called_at: says('什么时候改成打电话'),
      changed_at: OURS,
      created_at: says('什么时候'),
      is_unreachable: says('微信里找不到您'),
      stuck_at: OURS,
      wechat_message_id: OURS,
    },
    closing: DELETED,
    expiries: [{ rule: 'message', isDue: olderThan('created_at') }],
  }),
  personalData({
    table: 'subscribe_answer',
    name: { zh: '微信问您要不要提醒' },
    whose: by('person_id'),
    columns: {
      id: OURS,
      person_id: OURS,
      template_id: OURS,
      answer: says('您的回答', ANSWER),
      source: OURS,
      tap: OURS,
      matched_id: OURS,
      at: says('什么时候'),
    },
    closing: DELETED,
    expiries: [{ rule: 'message', isDue: olderThan('at') }],
  }),
  personalData({
    table: 'subscribe_credit',
    name: { zh: '还能用微信提醒几次' },
    whose: by('person_id'),
    columns: { person_id: OURS, template_id: OURS, credits: says('几次'), is_refused: says('全部不要') },
    closing: DELETED,
  }),
  personalData({
    table: 'inbox_message',
    name: { zh: '消息' },
    whose: by('person_id'),
    shownToStaff: NOT_FOR_STAFF,
    columns: {
      id: OURS,
      person_id: OURS,
      community_id: says('社区'),
      kind: saysOf('告诉了什么', told),
      work_item_id: OURS,
      subject_id: OURS,
      details: OURS,
      job_id: OURS,
      created_at: says('什么时候'),
      read_at: says('什么时候看的'),
    },
    closing: DELETED,
    expiries: [{ rule: 'message', isDue: olderThan('created_at') }],
  }),
  personalData({
    table: 'call_attempt',
    name: { zh: '给您打过的电话' },
    whose: through('call', CALL),
    shown: isSayable('call_id'),
    columns: {
      community_id: says('社区'),
      id: OURS,
      call_id: OURS,
      made_by: SOMEBODY_ELSE,
      outcome: says('结果', CALL_OUTCOME),
      // In the caller's words, for colleagues; it may be about what is only said on the telephone.
      note: SOMEBODY_ELSE,
      at: says('什么时候'),
    },
    closing: DELETED,
    expiries: [{ rule: 'call', isDue: isOver }],
  }),
  personalData({
    table: 'call_line',
    name: { zh: '电话里要说的' },
    whose: through('call', CALL),
    shown: () => sql<SqlBool>`held.kind not in (${secret})`,
    shownToStaff: sql<SqlBool>`not held.is_confidential`,
    columns: {
      community_id: says('社区'),
      id: OURS,
      call_id: OURS,
      kind: saysOf('说什么', told),
      details: OURS,
      is_confidential: OURS,
      work_item_id: OURS,
      job_id: OURS,
      sealed_phone: opens('打哪个号码', (row) => CALL_PHONES.purposeOf(String(row['id']))),
      at: says('什么时候'),
    },
    closing: DELETED,
    expiries: [{ rule: 'call', isDue: isOver }],
  }),
  personalData({
    table: 'call',
    name: { zh: '要打的电话' },
    whose: by('person_id'),
    shown: isSayable('id'),
    columns: {
      community_id: says('社区'),
      id: OURS,
      person_id: OURS,
      due_on: says('哪天打'),
      is_urgent: OURS,
      needs_visit: OURS,
      closed_at: says('什么时候打完的'),
      created_at: says('什么时候要打的'),
      version: OURS,
    },
    closing: DELETED,
    expiries: [{ rule: 'call', isDue: olderThan('closed_at') }],
  }),
]
