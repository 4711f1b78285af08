import type { LoadedConfig } from '@little-bench/config/model'
import type { Clock, ClockResult } from '@little-bench/shared/work-queue/clocks'
import type { Outcome, WorkItemState } from '@little-bench/shared/work-queue/lifecycle'
import type { LedgerRow } from './ledger.repository.ts'
import { queueName } from './work-item.presenter.ts'

export type LedgerCell = string | number | Date | null

export interface LedgerColumn {
  header: string
  /** In characters of the spreadsheet; a Chinese one takes two. */
  width: number
  valueOf(row: LedgerRow, sheet: LedgerContext): LedgerCell
}

export interface LedgerContext {
  config: LoadedConfig
  communityId: string
  now: Date
}

const STATE_WORDS: Record<WorkItemState, string> = {
  queued: '排队中',
  dispatched: '已派单',
  accepted: '处理中',
  resolved: '已办结',
  closed: '已结案',
}
const OUTCOME_WORDS: Record<Outcome, string> = {
  solved: '已解决',
  not_ours: '不归社区',
  withdrawn: '居民撤回',
  rejected: '没有受理',
  merged: '并入他件',
  converted: '转为其他服务',
}
const RESULT_WORDS: Record<ClockResult, string> = { in_time: '按时', late: '超时', void: '不计' }

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text))

const categoryName = ({ service_code: code }: LedgerRow, { config, communityId }: LedgerContext): string =>
  config.communities.get(communityId)?.catalogue.find((entry) => entry.serviceCode === code)?.name.zh ?? code

/** A title that a person could have written, or that says more than the category of a confidential item, stays here. */
const titleOf = (row: LedgerRow, context: LedgerContext): string => {
  if (row.is_work || row.title === null) return `${categoryName(row, context)}（分办）`
  return row.is_confidential ? categoryName(row, context) : row.title
}

const cellName = ({ grid_cell_id: id }: LedgerRow, { config, communityId }: LedgerContext): string =>
  config.communities.get(communityId)?.gridCells.find((cell) => cell.id === id)?.name.zh ?? id ?? '未定位'

const promiseOf = (row: LedgerRow, clock: Clock) => {
  switch (clock) {
    case 'acceptance':
      return { dueAt: row.acceptance_due_at, endedAt: row.acceptance_ended_at, result: row.acceptance_result }
    case 'first_reply':
      return { dueAt: row.first_reply_due_at, endedAt: row.first_reply_ended_at, result: row.first_reply_result }
    case 'resolve':
      return { dueAt: row.due_at, endedAt: row.resolve_ended_at, result: row.resolve_result }
  }
}

/** Whether a promise was kept; the works of a split item are promised with their item. */
const isInTime = (row: LedgerRow, clock: Clock, now: Date): string => {
  if (row.is_work) return '随原件'
  const { dueAt, endedAt, result } = promiseOf(row, clock)
  if (endedAt !== null) return result === null ? '不计' : RESULT_WORDS[result]
  if (clock === 'resolve' && row.is_paused) return '暂停计时'
  return Date.parse(dueAt) < now.getTime() ? RESULT_WORDS.late : '未到期'
}

const column = (header: string, width: number, valueOf: LedgerColumn['valueOf']): LedgerColumn => ({
  header,
  width,
  valueOf,
})

/** A due time, when it happened, and whether that was in time. */
const promise = (name: string, happenedAs: string, clock: Clock, happenedAt: (row: LedgerRow) => string | null) => [
  column(`${name}时限`, 18, (row) => instant(promiseOf(row, clock).dueAt)),
  column(happenedAs, 18, (row) => instant(happenedAt(row))),
  column(`${name}是否按时`, 16, (row, { now }) => isInTime(row, clock, now)),
]

export const LEDGER_COLUMNS: readonly LedgerColumn[] = [
  column('编号', 20, (row) => row.receipt_number),
  column('事项', 40, titleOf),
  column('类别', 20, categoryName),
  column('网格', 24, cellName),
  column('来源队列', 28, (row, { config }) => queueName(row.first_queue_id, config, 'zh')),
  column('现队列', 28, (row, { config }) => queueName(row.queue_id, config, 'zh')),
  column('状态', 10, (row) => STATE_WORDS[row.state]),
  column('结果', 14, (row) => (row.outcome === null ? '' : OUTCOME_WORDS[row.outcome])),
  column('提交时间', 18, (row) => instant(row.created_at)),
  ...promise('受理', '受理时间', 'acceptance', (row) => row.accepted_at),
  ...promise('首次回复', '首次回复时间', 'first_reply', (row) => row.replied_at),
  ...promise('办结', '办结时间', 'resolve', (row) => row.resolved_at),
  column('催办次数', 10, (row) => row.reminders),
  column('重办次数', 10, (row) => row.reopened_count),
  column('解决与否', 12, ({ solved }) => (solved === null ? '未评价' : solved ? '已解决' : '没有解决')),
  column('满意度', 10, (row) => row.satisfaction),
]

/** A spreadsheet takes a cell that begins like this for a formula and runs it (CSV injection, OWASP). */
const BEGINS_FORMULA = /^[=+\-@＝＋－＠\t\r\n]/

/** The text as a spreadsheet shows and never runs it. */
export const harmless = (text: string): string => (BEGINS_FORMULA.test(text) ? `'${text}` : text)
