import type { TextTable } from '../../platform/i18n/text'

export const snapText = {
  title: { zh: '随手拍' },
  offer: { zh: '不想写字？先拍一张，类别后选。' },
  open: { zh: '随手拍' },
  photoMissing: { zh: '先拍一张照片，或者在下面写几句、录一段' },
  what: { zh: '拍的是什么？' },
  whatMissing: { zh: '请选一类' },
  more: { zh: '都不是，看全部' },
  words: { zh: '还想说什么？（可以不写）' },
  wordsPlaceholder: { zh: '比如：井盖翘起来了' },
  team: { zh: '算哪个队的？' },
  noTeam: { zh: '算我自己的' },
  private: { zh: '只给处理的人看，照片里的地点和手机信息不会带走。' },
} as const satisfies TextTable
