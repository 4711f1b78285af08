import type { LocalText } from '../kernel/language.ts'

/** How long something is kept (PIPL 19): the nightly job and the page of the policy read the same numbers. */
export interface RetentionRule {
  name: LocalText
  days: number
  /** From when the days are counted. */
  after: LocalText
  /** Whether the rows go, or only forget whose they were. */
  rows: 'deleted' | 'anonymised'
}

const YEAR = 365

export const RETENTION = {
  position: { name: { zh: '说事时的位置' }, days: 90, after: { zh: '事情结案' }, rows: 'deleted' },
  photos_and_voice: { name: { zh: '照片和录音' }, days: YEAR, after: { zh: '事情结案' }, rows: 'deleted' },
  item: { name: { zh: '说过的事' }, days: 3 * YEAR, after: { zh: '事情结案' }, rows: 'anonymised' },
  booking: { name: { zh: '餐、托育、活动的预约' }, days: YEAR, after: { zh: '那一天' }, rows: 'deleted' },
  // 条例 12 is about records of handing over; where public money was given, the account is kept as long.
  subsidy: { name: { zh: '助餐补贴的账' }, days: 3 * YEAR, after: { zh: '那一天' }, rows: 'deleted' },
  visit: { name: { zh: '上门的安排' }, days: YEAR, after: { zh: '不再上门' }, rows: 'deleted' },
  proof: { name: { zh: '认证办好的记录' }, days: 3 * YEAR, after: { zh: '那一天' }, rows: 'deleted' },
  message: { name: { zh: '消息' }, days: YEAR, after: { zh: '收到' }, rows: 'deleted' },
  call: { name: { zh: '要打的电话' }, days: YEAR, after: { zh: '打完' }, rows: 'deleted' },
  // Cybersecurity Law: half a year at least.
  log: { name: { zh: '谁看过、谁代办过的记录' }, days: YEAR, after: { zh: '那一次' }, rows: 'deleted' },
  // 条例 12, PIPL 56.
  consent: { name: { zh: '收回了的同意' }, days: 3 * YEAR, after: { zh: '收回' }, rows: 'deleted' },
  grant: { name: { zh: '结束了的代办授权' }, days: 3 * YEAR, after: { zh: '结束' }, rows: 'deleted' },
  fact: { name: { zh: '撤回或改过的资料的记录' }, days: 3 * YEAR, after: { zh: '撤回或改过' }, rows: 'deleted' },
  request: { name: { zh: '要求更正、删除的记录' }, days: 3 * YEAR, after: { zh: '答复' }, rows: 'deleted' },
} as const satisfies Record<string, RetentionRule>
export type RetentionName = keyof typeof RETENTION

/** What follows no count of days, and what it follows. */
export const KEPT_OTHERWISE: readonly { name: LocalText; until: LocalText }[] = [
  { name: { zh: '账号、电话、我的资料、家里人、孩子的资料' }, until: { zh: '您删掉，或者注销账号' } },
  { name: { zh: '一次用的码' }, until: { zh: '用过，或者过期' } },
  { name: { zh: '登录' }, until: { zh: '退出，或者过期' } },
  { name: { zh: '调解的案卷' }, until: { zh: '司法行政部门的归档规定（示范：由社区调委会写明）' } },
  { name: { zh: '办事经过（不含说的话）' }, until: { zh: '一直留着，用来算办结率；注销后不再有名字' } },
]
