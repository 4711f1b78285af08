import type { TextTable } from '../platform/i18n/text'
import { reasonText } from './clock.text'

/** Words of the staff desk around one item. Staff read Chinese; Tibetan stands where a public wording is attested. */
export const workQueueText = {
  item: { zh: '办理' },
  signIn: { zh: '去登录', bo: 'ནང་འཛུལ།' },
  signInTitle: { zh: '先登录，再看您的待办' },

  noQueueTitle: { zh: '您还没有负责的队列' },
  noQueueNext: { zh: '请社区负责人给您分网格。分好以后，待办会出现在这里。' },

  leftMinutes: { zh: '还剩{count}分钟' },
  leftHours: { zh: '还剩{count}小时' },
  leftDays: { zh: '还剩{count}天' },
  lateMinutes: { zh: '晚了{count}分钟' },
  lateHours: { zh: '晚了{count}小时' },
  lateDays: { zh: '晚了{count}天' },

  queued: { zh: '等人接' },
  dispatched: { zh: '已派出' },
  accepted: { zh: '处理中' },
  resolved: { zh: '已办结' },
  closed: { zh: '已结案' },
  queuedSentence: { zh: '还没有人接，{due}。' },
  dispatchedToYou: { zh: '派给了您，请接单。{due}。' },
  dispatchedTo: { zh: '派给了{name}，等接单。{due}。' },
  acceptedByYou: { zh: '您在办，{due}。' },
  acceptedBy: { zh: '{name}在办，{due}。' },
  isDue: { zh: '{date}前要办好' },
  wasDue: { zh: '{date}就该办好' },
  waitingForResident: { zh: '等居民回答' },
  suspended: { zh: '暂停办理' },
  waitingSentence: { zh: '问了居民，等回答。办理时间先不算。' },
  suspendedSentence: { zh: '{reason}，到{until}自己接着算。' },
  ...reasonText,
  waitsForRating: { zh: '已经告诉居民，等居民评价。' },
  ratedSolved: { zh: '居民说解决了，可以结案。' },
  ratedUnsolved: { zh: '居民说没解决，要重新办。' },
  outcomeSolved: { zh: '已解决。' },
  outcomeNotOurs: { zh: '不归我们办，已经告诉居民该找谁。' },
  outcomeWithdrawn: { zh: '居民撤回了。' },
  outcomeRejected: { zh: '没有办，已经告诉居民原因。' },
  outcomeMerged: { zh: '和另一件合在一起办了。' },
  outcomeConverted: { zh: '转到别的服务去办了。' },
  again: { zh: '第{count}次办理' },

  nobody: { zh: '没人接' },
  you: { zh: '您在办' },
  yoursToAccept: { zh: '等您接单' },

  where: { zh: '哪里', bo: 'གནས་ས།' },
  onMap: { zh: '地图位置 {lat}, {lng}' },
  who: { zh: '谁说的' },
  number: { zh: '编号' },
  because: { zh: '为什么在这里' },
  residentWords: { zh: '居民说的话' },
  rating: { zh: '居民评价' },
  ratingSolved: { zh: '解决了，{satisfaction}分（满分5分）' },
  ratingUnsolved: { zh: '没解决，{satisfaction}分（满分5分）' },
  timeline: { zh: '办理经过', bo: 'ལོ་རྒྱུས།' },
  pickOne: { zh: '点左边的一件，在这里看' },
  pickOneNext: { zh: '也可以用键盘：J、K 上下移动，回车打开。' },
} as const satisfies TextTable

export type WorkQueueText = typeof workQueueText
