import type { LocalText } from '../kernel/language.ts'

/** What somebody can ask to be corrected that they cannot change themselves. */
export const CORRECTABLE = ['name', 'phone', 'verified_fact', 'record', 'other'] as const
export type Correctable = (typeof CORRECTABLE)[number]

/** What somebody can ask to be deleted that they cannot delete themselves. */
export const DELETABLE = ['issue_text', 'photos_and_voice', 'bookings', 'counter_record', 'other'] as const
export type Deletable = (typeof DELETABLE)[number]

export const CORRECTABLE_TEXT: Record<Correctable, LocalText> = {
  name: { zh: '名字' },
  phone: { zh: '电话' },
  verified_fact: { zh: '核实过的资料' },
  record: { zh: '办事的记录' },
  other: { zh: '别的' },
}

export const DELETABLE_TEXT: Record<Deletable, LocalText> = {
  issue_text: { zh: '说过的事里的话' },
  photos_and_voice: { zh: '照片和录音' },
  bookings: { zh: '过去的预约' },
  counter_record: { zh: '柜台记下的' },
  other: { zh: '别的' },
}
