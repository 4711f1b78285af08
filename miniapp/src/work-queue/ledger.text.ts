import type { TextTable } from '../platform/i18n/text'

export const ledgerText = {
  title: { zh: '导出台账' },
  about: { zh: '您的队列里，这些天登记的每一件事，一件一行。' },
  holds: { zh: '里面有编号、事项、网格、队列、状态、时限、是否按时和居民评价，没有居民的姓名和电话。' },
  recorded: { zh: '谁在什么时候导出了哪些天，会记下来。请只用在工作上，别转发。' },
  from: { zh: '从哪天' },
  to: { zh: '到哪天' },
  format: { zh: '要哪种文件' },
  xlsx: { zh: '表格（xlsx）' },
  csv: { zh: '纯文本（csv）' },
  csvElsewhere: { zh: '手机微信只能打开表格。要纯文本，请在电脑上导出。' },
  download: { zh: '导出' },
  preparing: { zh: '正在准备，请别关掉这一页。' },
  received: { zh: '正在下载，已经收到{size}KB。' },
  done: { zh: '导出好了：{from}到{to}。' },
  missingDay: { zh: '请选日期。' },
  backwards: { zh: '结束的那天早于开始的那天，请改一改。' },
  tooLong: { zh: '一次最多{days}天，请分几次导出。' },
  notAllowed: { zh: '台账由社区和街道的工作人员导出' },
  notAllowedNext: { zh: '要用台账，请找社区负责人。' },
} as const satisfies TextTable
