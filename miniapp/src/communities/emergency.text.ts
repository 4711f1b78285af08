import type { TextTable } from '../platform/i18n/text'

export const emergencyText = {
  title: { zh: '紧急求助' },
  now: { zh: '有危险先打电话，不用填表' },
  which: { zh: '碰上什么了？点一下就能打' },
  other: { zh: '不是这个，选别的' },
  first: { zh: '先做这几样' },
  demo: { zh: '示范' },
  fire: { zh: '火警' },
  ambulance: { zh: '急救' },
  police: { zh: '报警' },
  alsoCall: { zh: '有人受伤，再打' },
  repair: { zh: '人安全了，再告诉供气的人' },

  gas: { zh: '闻到燃气' },
  gasNow: { zh: '漏气、头晕' },
  gas1: { zh: '别开灯、别点火、别在屋里打电话。' },
  gas2: { zh: '顺手关阀、开窗，马上出去。' },
  gas3: { zh: '到外面空旷的地方再打。' },

  burning: { zh: '着火了' },
  burningNow: { zh: '起火、冒烟' },
  burning1: { zh: '马上离开，走楼梯，别坐电梯。' },
  burning2: { zh: '有烟就弯下腰，用湿布捂住口鼻。' },
  burning3: { zh: '出不去就关门堵缝，到窗口喊人。' },

  injury: { zh: '有人受伤' },
  injuryNow: { zh: '流血、昏倒、突然生病' },
  injury1: { zh: '先看周围安全不安全。' },
  injury2: { zh: '流血用干净的布压住；伤得重别搬动。' },
  injury3: { zh: '开免提，照电话里说的做。' },

  violence: { zh: '有人动手' },
  violenceNow: { zh: '打人、威胁、家里动手' },
  violence1: { zh: '先离开，到有人或能锁门的地方。' },
  violence2: { zh: '别争，别回去拿东西。' },
  violence3: { zh: '电话里先说在哪里。' },
  nothingKept: { zh: '这一页什么都不记，也不告诉别人。' },
  leave: { zh: '快速离开这一页' },
} as const satisfies TextTable
