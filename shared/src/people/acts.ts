import type { LocalText } from '../kernel/language.ts'

/** What a proxy or the counter did for somebody, by operation; every operation that writes for somebody stands here. */
export const PROXY_ACTS = {
  reportIssue: { zh: '说了一件事' },
  fileIssueForResident: { zh: '说了一件事' },
  endorseIssue: { zh: '附议了一件事' },
  withdrawEndorsement: { zh: '收回了一个附议' },
  redactIssue: { zh: '遮掉了一件事里的几个字' },
  moveWorkItem: { zh: '办了一件事的手续' },
  addReply: { zh: '补充了一句话' },
  rateWorkItem: { zh: '评价了一件事' },
  bindReceipt: { zh: '把一张回执归到您名下' },
  claimFact: { zh: '填了一项资料' },
  withdrawFact: { zh: '撤回了一项资料' },
  createHouseholdCode: { zh: '开了一张加入家庭的码' },
  joinHousehold: { zh: '加入了一家人' },
  leaveHousehold: { zh: '退出了一家人' },
  revokeProxyGrant: { zh: '结束了一份授权' },
  freezeProxyGrants: { zh: '暂停或恢复了全部代办' },
  holdSlot: { zh: '留了一个位子' },
  extendHold: { zh: '把留的位子延长了一会儿' },
  releaseHold: { zh: '退了一个留着的位子' },
  acceptOffer: { zh: '要了一个空出来的位子' },
  declineOffer: { zh: '让出了一个空出来的位子' },
  leaveWaitlist: { zh: '退出了一次候补' },
  orderMeal: { zh: '订了一份餐' },
  joinSittingWaitlist: { zh: '排了一餐的候补' },
  cancelMealOrder: { zh: '取消了一份餐，或者不再候补' },
  saveStandingOrder: { zh: '定了或改了长期订餐' },
  endStandingOrder: { zh: '停了长期订餐' },
  saveAbsenceCheck: { zh: '改了没来吃饭时找谁问一声' },
  startAssistSession: { zh: '开始帮您办事' },
  witnessProxyGrant: { zh: '当面见证了一份授权' },
  saveChild: { zh: '填写了孩子的资料' },
  removeChild: { zh: '删掉了孩子的资料' },
  bookChildcare: { zh: '约了托育' },
  joinChildcareWaitlist: { zh: '排了托育的候补' },
  cancelChildcareBooking: { zh: '取消了托育' },
  reportAbsence: { zh: '替孩子请了假' },
  signUpForActivity: { zh: '报名了一个活动' },
  joinActivityWaitlist: { zh: '排了活动的候补' },
  cancelActivitySignUp: { zh: '取消了活动报名' },
  saveProofOfLifeWay: { zh: '选了怎么办养老认证' },
  recordProofOfLifeDone: { zh: '记下养老认证办好了' },
  requestHomeVisit: { zh: '约了人上门办养老认证' },
  rescheduleVisit: { zh: '改了上门的时间' },
  cancelHomeVisit: { zh: '取消了上门' },
  verifyVisitCode: { zh: '核对了上门的人说的暗号' },
  giveConsent: { zh: '同意了一项资料的用途' },
  withdrawConsent: { zh: '收回了一项同意' },
  requestCorrection: { zh: '要求更正资料' },
  requestDeletion: { zh: '要求删除资料' },
} as const satisfies Record<string, LocalText>
export type ProxyActOperation = keyof typeof PROXY_ACTS

/** Where one operation does different things, the event of the item says which. */
const BY_EVENT: Readonly<Record<string, LocalText>> = {
  answered: { zh: '回答了工作人员的问题' },
  reminded: { zh: '催办了一件事' },
  withdrawn: { zh: '撤回了一件事' },
  reopened: { zh: '要求重办一件事' },
}

const isKnown = (operation: string): operation is ProxyActOperation => operation in PROXY_ACTS

/** What was done, in words. */
export const actText = (operation: string, eventKind?: string | null): LocalText =>
  BY_EVENT[eventKind ?? ''] ?? (isKnown(operation) ? PROXY_ACTS[operation] : { zh: operation })
