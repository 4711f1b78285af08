import type { LocalText } from '../kernel/language.ts'

/**
 * What is agreed to apart from everything else (PIPL 14, 29, 31). The facts, the children, the visits and the asking after
 * somebody are agreed to where they are written down, and stand in the list as well.
 */
export const CONSENT_PURPOSES = [
  'account',
  'position',
  'wechat_messages',
  'facts',
  'children',
  'activities_of_children',
  'absence_check',
  'home_visit',
] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/** In the list itself; with what was written down for it, on its own page; or by closing the account. */
export const WAYS_TO_WITHDRAW = ['here', 'its_page', 'closing'] as const
export type WayToWithdraw = (typeof WAYS_TO_WITHDRAW)[number]

interface ConsentRule {
  name: LocalText
  words: LocalText
  isSensitive: boolean
  withdrawal: WayToWithdraw
  afterwards: LocalText
}

/** Changed with any wording of a consent or of the policy: a consent names the words that it was given to. */
export const POLICY_VERSION = '2026-11-28'

export const CONSENT_RULES: Record<ConsentPurpose, ConsentRule> = {
  account: {
    name: { zh: '开账号' },
    words: { zh: '看过隐私说明，同意社区为办事记下我的账号。' },
    isSensitive: false,
    withdrawal: 'closing',
    afterwards: { zh: '注销账号就是收回。' },
  },
  position: {
    name: { zh: '位置' },
    words: { zh: '这是敏感信息。同意只在我自己点「用我的位置」时记下事情的位置，只给办事的人看。' },
    isSensitive: true,
    withdrawal: 'here',
    afterwards: { zh: '以后选院落就行。已经发出的事里的位置会去掉。' },
  },
  wechat_messages: {
    name: { zh: '微信提醒' },
    words: { zh: '同意用微信消息告诉我事情办到哪了。消息里不写内容，只写编号和进度。' },
    isSensitive: false,
    withdrawal: 'here',
    afterwards: { zh: '以后只在「消息」里告诉您。' },
  },
  facts: {
    name: { zh: '我的资料' },
    words: { zh: '每一项资料填的时候单独同意，写明做什么用。' },
    isSensitive: true,
    withdrawal: 'its_page',
    afterwards: { zh: '撤回哪一项，哪一项马上删掉。' },
  },
  children: {
    name: { zh: '孩子的资料' },
    words: { zh: '监护人同意社区为托育记下孩子的小名、出生年月、过敏和接送人。' },
    isSensitive: true,
    withdrawal: 'its_page',
    afterwards: { zh: '没有预约时马上删掉。' },
  },
  activities_of_children: {
    name: { zh: '孩子参加活动' },
    words: { zh: '监护人同意孩子参加报了名的活动。' },
    isSensitive: true,
    withdrawal: 'its_page',
    afterwards: { zh: '取消报名就是收回。' },
  },
  absence_check: {
    name: { zh: '没来吃饭时问一声' },
    words: { zh: '同意连着两次没来取餐时，请我选的人问一声。' },
    isSensitive: true,
    withdrawal: 'its_page',
    afterwards: { zh: '以后不再问。' },
  },
  home_visit: {
    name: { zh: '上门办认证的原因' },
    words: { zh: '同意把不能出门的原因告诉上门的那一位。' },
    isSensitive: true,
    withdrawal: 'its_page',
    afterwards: { zh: '原因马上删掉，可以照样约上门。' },
  },
}
