import type { TextTable } from '../platform/i18n/text'

/** Files and covered words of an item at the desk. */
export const fileText = {
  transcribe: { zh: '写下录音内容' },
  correct: { zh: '改写下的内容' },
  transcribeTitle: { zh: '录音里说了什么？' },
  transcribeWords: { zh: '听着写，说的什么就写什么。说的人也看得到；写了才搜得到。' },
  transcribeLabel: { zh: '录音内容' },
  transcribeMissing: { zh: '请写几句，再存。' },
  transcribeSend: { zh: '存下' },
  transcribed: { zh: '存下了，能看录音的人都看得到。' },

  endorsements: { zh: '{count}户也一样' },
  team: { zh: '{name}发现的' },
  isRedacted: { zh: '说的人遮掉了一部分' },
  seeOriginal: { zh: '看原文' },
  originalTitle: { zh: '为什么要看原文？' },
  originalWords: { zh: '您看了什么、为什么看，会记下来，说的人查得到。' },
  reason: { zh: '理由' },
  reasonMissing: { zh: '请写清为什么要看。' },
  original: { zh: '原文' },
  originalRead: { zh: '这次看原文已经记下。' },
  hideOriginal: { zh: '收起' },
} as const satisfies TextTable
