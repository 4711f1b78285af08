import type { TextTable } from '../platform/i18n/text'

export const categoryText = {
  category: { zh: '是哪一类事情？' },
  categoryHint: { zh: '只说事情和地方。选不准就选「其他」。' },
  categoryMissing: { zh: '请先选一类' },
  chosenCategory: { zh: '您选的是' },
  otherCategory: { zh: '换一类' },
  guidance: { zh: '怎么说' },
  deadline: { zh: '多久答复' },
  demo: { zh: '示范' },
  emergencyTitle: { zh: '有危险，先打电话' },
  seeFirst: { zh: '看看先做什么' },
  callNumber: { zh: '打 {phone}' },
  notOursTitle: { zh: '这件事归别的单位管' },
  notOursWords: { zh: '{destination}。直接找他们最快。' },
  tellAnyway: { zh: '还是告诉社区' },
  notOursNote: { zh: '归别的单位管，告诉您找谁' },
  inPersonNote: { zh: '只能本人说' },
  inPersonTitle: { zh: '这一类只能本人说' },
  inPersonWords: { zh: '请{name}自己打电话，或者到社区柜台说。您不用写。' },
} as const satisfies TextTable
