import type { TextTable } from '../platform/i18n/text'

/** Words on the papers of the kitchen. */
export const paperText = {
  label: { zh: '厨房用的纸' },
  sheet: { zh: '{canteen} {sitting} {day}' },
  asOf: { zh: '{at}打印' },
  dish: { zh: '{name}：{count}份' },
  watch: { zh: '要注意：{tags}' },
  order: { zh: '□ {name} {code} {way} {dishes}' },
  orderDue: { zh: '　 该付{due}' },
  orderFree: { zh: '　 免费' },
  orderNote: { zh: '　 {note}' },

  deliverySheet: { zh: '{canteen} 送餐单 {sitting} {day}' },
  courtyard: { zh: '【{place}】{cell}' },
  delivery: { zh: '□ {name} {door} {phone} {dishes}' },

  dayEnd: { zh: '{canteen} 日结单 {day}' },
  daySitting: { zh: '{sitting}：订{ordered}，取{served}，没来{missed}，取消{cancelled}' },
  dayPaid: { zh: '　 付了{paid}单 {paidSum}，没付{unpaid}单 {unpaidSum}' },
  dayFree: { zh: '　 免费{free}单，补贴{subsidy}，总价{total}' },
  dayRefund: { zh: '　 付了又取消，要退{sum}' },
  freeBecause: { zh: '免费原因：' },
  because: { zh: '　 {reason}：{count}单' },
  sign: { zh: '经手人：　　　　　　核对：' },
} as const satisfies TextTable
