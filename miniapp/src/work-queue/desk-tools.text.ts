import type { TextTable } from '../platform/i18n/text'

export const deskToolsText = {
  tools: { zh: '工具' },
  counter: { zh: '帮办台' },
  factCheck: { zh: '要核实的资料' },
  callList: { zh: '该打的电话' },
  roster: { zh: '值班表' },
  replyTemplates: { zh: '回复模板' },
  figures: { zh: '社区办得怎么样' },
  ledger: { zh: '导出台账' },
  gridRedraw: { zh: '重画网格' },
} as const satisfies TextTable
