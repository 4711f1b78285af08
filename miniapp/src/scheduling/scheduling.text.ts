import type { TextTable } from '../platform/i18n/text'

/** Words of every booking, whatever it is for. */
export const schedulingText = {
  held: { zh: '留着位子' },
  booked: { zh: '约好了' },
  waitlisted: { zh: '候补中' },
  offered: { zh: '有位子了' },
  cancelled: { zh: '取消了' },
  expired: { zh: '过期了' },
  served: { zh: '来过了' },
  no_show: { zh: '没有来' },

  heldNow: { zh: '还没办完，点开接着办。位子留到{until}。' },
  cancelUntil: { zh: '{until}前可以取消。' },
  cancelNoMore: { zh: '过了截止时间，不能取消了。有事请打电话。' },
  waitingAt: { zh: '排在第{position}位，等到{until}。' },
  cancelledWords: { zh: '位子已经让出来了。' },
  expiredWords: { zh: '时间到了没有办完，位子给了别人。' },
  servedWords: { zh: '已经签到。' },
  noShowWords: { zh: '约了没有来。下次来不了，请提前取消。' },

  hold: { zh: '留位' },
  heldUntil: { zh: '位子给您留到{until}，还有{count}分钟' },
  holdLonger: { zh: '再留10分钟' },
  holdOver: { zh: '留位的时间过了。选好的都在。' },
  holdAgain: { zh: '再留一次' },

  position: { zh: '您排在第{position}位' },
  positionWhy: { zh: '为什么：{reason}。' },
  order: { zh: '候补按这个顺序，谁都一样' },
  leave: { zh: '不等了' },
  left: { zh: '不再等了。' },

  offer: { zh: '有位子了，给您留着' },
  offerUntil: { zh: '请在{until}前答应，过了就给下一位。' },
  accept: { zh: '要这个位子' },
  decline: { zh: '不要了，给下一位' },
  accepted: { zh: '好，位子是您的了。' },
  declined: { zh: '好，让给下一位了。' },

  addToCalendar: { zh: '加到手机日历' },
  inCalendar: { zh: '加到日历了。' },
  calendarFile: { zh: '日历文件存好了，打开就能加进日历。' },
  calendarRefused: { zh: '没有加进去。「我的预约」里都有；想加，请让微信用日历。' },
} as const satisfies TextTable
