import type { TextTable } from '../platform/i18n/text'

export const searchText = {
  title: { zh: '找一件事' },
  label: { zh: '找一件事' },
  placeholder: { zh: '说的话、编号、录音内容' },
  send: { zh: '搜', bo: 'བཤེར་འཚོལ།' },
  close: { zh: '不搜了，看列表' },
  tooShort: { zh: '请至少写两个字。' },
  begin: { zh: '写几个字，找您队列里的事' },
  beginNext: { zh: '居民说的话、答复、录音内容和编号都找得到。几个词用空格隔开，都有的才算。' },
  found: { zh: '有「{text}」的事，新的在前' },
  none: { zh: '没有找到这样的事', bo: 'འཚོལ་ཞིབ་བྱས་འབྲས་མེད།' },
  noneNext: { zh: '换个说法，或者少写几个字。别的队列的事，这里找不到。' },
} as const satisfies TextTable
