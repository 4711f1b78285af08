import type { TextTable } from '../platform/i18n/text'

/** Words of what is kept of somebody, and what they may do about it. */
export const privacyText = {
  mine: { zh: '我的数据' },
  mineFor: { zh: '{name}的数据' },
  mineHint: { zh: '这里能看同意过什么，带走一份，请社区改或者删。' },
  seePolicy: { zh: '看隐私政策' },

  consents: { zh: '同意过什么' },
  consentsHint: { zh: '不同意，别的事照样能办。同意了随时能收回。' },
  sensitive: { zh: '敏感信息' },
  isGiven: { zh: '同意了' },
  isNot: { zh: '没同意' },
  givenAt: { zh: '{date}同意的，看的是{version}的说明' },
  newWords: { zh: '说明后来改过，现在是{version}的。再同意一次才算新的。' },
  withdrawnAt: { zh: '{date}收回的' },
  ifWithdrawn: { zh: '收回以后：{afterwards}' },
  withdraw: { zh: '收回' },
  withdrawLabel: { zh: '收回：{name}' },
  withdrawn: { zh: '收回了。' },
  agree: { zh: '同意' },
  agreeLabel: { zh: '同意：{name}' },
  agreed: { zh: '记下了。' },
  itsPage: { zh: '去看，去收回' },
  itsPageLabel: { zh: '去看，去收回：{name}' },
  closing: { zh: '去注销账号' },

  take: { zh: '带走一份' },
  takeWords: { zh: '记着您的都在里面：资料、说过的事、预约、消息、谁看过。只给您自己，里面没有别人。' },
  takePdf: { zh: '能打印的（PDF）' },
  takeJson: { zh: '给别的软件（JSON）' },
  jsonElsewhere: { zh: '要给别的软件用的文件，请在电脑上打开网页版。' },
  preparing: { zh: '正在整理，请等一下。' },
  taken: { zh: '整理好了。里面都是自己的事，存好，别乱发。' },

  looked: { zh: '谁看过' },
  lookedWords: { zh: '工作人员每看一次要紧的资料，都记在这里，带走的那一份里也有。' },
  lookedActs: { zh: '替我办过的事' },
  lookedActsNow: { zh: '谁替您办了什么' },
  lookedChildren: { zh: '孩子的资料' },
  lookedChildrenNow: { zh: '打开孩子那一页，看谁看过' },
  lookedCases: { zh: '调解的事' },
  lookedCasesNow: { zh: '打开那件事，看谁看过' },

  ask: { zh: '请社区改，请社区删' },
  askNow: { zh: '自己改不了、删不了的，写几句就行' },
  askOpen: { zh: '有{count}件在办' },
} as const satisfies TextTable
