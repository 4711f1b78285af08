export { insertAuditLine } from './audit-line.repository.ts'
export { isBarredFrom } from './barred-queues.ts'
export { describeItems } from './describe-items.ts'
export { mountDesk } from './desk.routes.ts'
export { dispatchWaitingItems } from './dispatch-waiting.ts'
export { type Engine, within } from './engine.ts'
export { type EnqueuedWorkItem, enqueue, type NewWorkItem, takeReceiptNumber } from './enqueue.service.ts'
export { finishBatch, moveBatch } from './finish-batch.ts'
export { keepHeardWords } from './heard-words.ts'
export { isKeptFrom } from './kept-items.ts'
export { createLive } from './live-changes.ts'
export { createLiveDesk } from './live-desk.ts'
export { mountOversight } from './oversight.routes.ts'
export { claimFor, closeFor, reopenFor, sayFor } from './own-life-steps.ts'
export { fileOverBefore, isOfDelegable, itemOverBefore, workQueueData } from './personal-data.ts'
export { forgetOldPresence } from './presence.service.ts'
export { raise } from './raise-work-item.ts'
export { isSolved } from './solved-items.ts'
export { staffAndTheirLeads } from './staff-and-leads.ts'
export {
  holdSubjectItem,
  type ItemState,
  listItemStates,
  type SubjectItem,
  viewSubjectItem,
} from './subject-item.service.ts'
export { findSubjectWork, listSubjectWorks, type SubjectWork } from './subject-work.service.ts'
export { type Conversion, type ItemCategory, type SubjectHandlers, Subjects } from './subjects.ts'
export { runDueTimers } from './timers.service.ts'
export type { WorkItemRow as MovedItem } from './work-item.repository.ts'
export { replaceSubjectWords } from './work-item-words.repository.ts'
export { mountWorkQueue } from './work-queue.routes.ts'
