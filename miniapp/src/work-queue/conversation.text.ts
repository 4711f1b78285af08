import type { TextTable } from '../platform/i18n/text'

/** Words to the resident and words between colleagues: they never look alike. */
export const conversationText = {
  reply: { zh: '答复居民' },
  replyAbout: { zh: '居民会收到，发出去收不回来。' },
  replyOpen: { zh: '写答复' },
  replyLabel: { zh: '给居民的话' },
  replyHint: { zh: '写居民看得懂的话，说清下一步和日子。' },
  replyMissing: { zh: '请写几句，再发。' },
  replySend: { zh: '发给居民' },
  replyConfirm: { zh: '发给居民？' },
  replyReader: { zh: '居民{name}会收到这段话：' },
  replyDuplicates: { zh: '合在一起的{count}件，说的居民也都会收到。' },
  replyUndo: { zh: '发出去以后收不回来，写错了可以再发一条。' },
  replyDone: { zh: '发给居民了。写错了可以再发一条。' },
  templates: { zh: '用现成的话' },
  templatesHint: { zh: '选好还能改，再发。' },
  noTemplates: { zh: '这一类、这一步没有现成的话。' },
  templateLanguage: { zh: '用哪种话' },
  zh: { zh: '中文' },
  bo: { zh: 'བོད་ཡིག' },

  note: { zh: '同事备注' },
  noteAbout: { zh: '只有同事看得到，居民看不到。' },
  noteOpen: { zh: '写备注' },
  noteLabel: { zh: '给同事的话' },
  noteMissing: { zh: '请写几句，再记。' },
  noteSend: { zh: '记下，只给同事看' },
  noteDone: { zh: '记下了，只有同事看得到。' },
  fold: { zh: '先不写' },
  draftKept: { zh: '上次没发出的话还在这里。' },
  startAfresh: { zh: '清空重写' },
} as const satisfies TextTable
