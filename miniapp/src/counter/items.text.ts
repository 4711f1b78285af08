import type { TextTable } from '../platform/i18n/text'

export const itemsText = {
  items: { zh: '对方的事' },
  list: { zh: '说过的事，新的在前' },
  empty: { zh: '还没说过事' },
  emptyNext: { zh: '在帮办台点「说一件事」，当场给回执。' },
  more: { zh: '再看一些', bo: 'དེ་ལས་མང་བ།' },
} as const satisfies TextTable
