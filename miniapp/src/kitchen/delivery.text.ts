import type { TextTable } from '../platform/i18n/text'

export const deliveryText = {
  title: { zh: '送餐单' },
  titleOf: { zh: '送餐单 · {sitting} {day}' },
  logged: { zh: '看门牌和电话会留下记录，只在送的那天看得到。' },
  onTheDay: { zh: '门牌和电话，送的那天才看得到。' },
  none: { zh: '这一餐没有要送的' },
  noneNext: { zh: '有人要送，就在这里。' },
  courtyard: { zh: '{place} · {count}份' },
  delivered: { zh: '送到了' },
  refused: { zh: '不要了' },
  nobody_home: { zh: '没有人' },
  outcomeLabel: { zh: '{outcome}：{name}' },
  saved: { zh: '记下了。' },
  savedItem: { zh: '记下了，会有人跟着问。' },
  call: { zh: '打电话 {phone}' },
  due: { zh: '该付{due}' },
  paper: { zh: '打印送餐单' },
  again: { zh: '再看一次' },
} as const satisfies TextTable
