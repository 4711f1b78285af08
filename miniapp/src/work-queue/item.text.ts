import type { TextTable } from '../platform/i18n/text'
import { clockText } from './clock.text'

/** How one item stands at the desk: clocks, pauses, company and related items. */
export const itemText = {
  openKitchen: { zh: '看厨房的单子' },
  openRoster: { zh: '看名册' },
  openActivities: { zh: '看活动和名单' },
  openVisits: { zh: '看这一趟去哪几家' },
  openCase: { zh: '打开这件事' },
  clocks: { zh: '三个期限' },
  ...clockText,
  inTime: { zh: '按时' },
  late: { zh: '晚了' },
  paused: { zh: '先不算' },
  clockDue: { zh: '{date}前' },
  clockEnded: { zh: '{date}' },

  referredTo: { zh: '在问{queue}接不接' },
  referredSince: { zh: '{date}开始问的，对方答复以前还归{own}办。' },
  together: { zh: '一起办的单位' },
  lead: { zh: '{queue}牵头' },
  helping: { zh: '{queues}一起办' },
  supervisors: { zh: '上级在督促' },
  reminders: { zh: '催办' },
  remindedTimes: { zh: '催了{count}次' },

  parent: { zh: '是这件事的一部分' },
  children: { zh: '分开办的{count}件，办完{done}件' },
  mergedInto: { zh: '合到这一件里办' },
  duplicates: { zh: '合进来的{count}件' },
  related: { zh: '{number}，{title}，{state}' },

  notOurs: { zh: '告诉居民找谁' },
  notOursPhone: { zh: '{destination}，{phone}' },

  forAnother: { zh: '居民说没解决，这次换一位同事来办。知道什么，写在给同事的话里。' },
  viewers: { zh: '{names}正在看' },
} as const satisfies TextTable

export type ItemText = typeof itemText
