import type { CommunityConfig } from '@little-bench/config/model'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import type { SlotService } from '@little-bench/shared/scheduling/slots'
import { v7 as uuidv7 } from 'uuid'
import type { Trx } from '../platform/db/database.ts'
import { enqueue, moveBatch, takeReceiptNumber } from '../work-queue/index.ts'
import { type BatchRow, findBatch, findBatchItems, insertBatch, setBatchEnd } from './batch.repository.ts'
import { categoryOf } from './item-categories.ts'
import type { Scheduling } from './scheduling.ts'

/** Many bookings that are one piece of work: a sitting, a delivery run, a day of a group, a date of an activity. */
export interface Batch {
  communityId: string
  service: SlotService
  serviceCode: string
  resourceId: string
  kind: string
  on: ServiceDate
  /** Chinese, for staff lists; names nobody. */
  title: string
  /** Its own end. */
  dueAt: Date
}

export interface PreparedBatch extends Batch {
  /** Null when the batch is there already. */
  receiptNumber: string | null
  /** Whether it is there and ends when it should: then there is nothing to open. */
  isSettled: boolean
}

/** Before the transaction: takes a receipt number when this will be the first booking of its batch. */
export const prepareBatch = async (scheduling: Scheduling, batch: Batch, now: Date): Promise<PreparedBatch> => {
  const found = await findBatch(scheduling.db, batch.communityId, batch)
  if (found) return { ...batch, receiptNumber: null, isSettled: isDueAt(found, batch.dueAt) }
  const receiptNumber = await takeReceiptNumber(scheduling, communityOf(scheduling, batch), now)
  return { ...batch, receiptNumber, isSettled: false }
}

const isDueAt = ({ due_at: dueAt }: BatchRow, end: Date): boolean => new Date(dueAt).getTime() === end.getTime()

/**
 * In the transaction of a booking: the work item of its batch and the queue that has it, made by whoever is first. Two who
 * are first at the same moment come one after the other, and both find the same item. A slot whose time was changed while
 * nobody had booked it takes its batch along.
 */
export const openBatch = async (
  scheduling: Scheduling,
  trx: Trx,
  prepared: PreparedBatch,
  now: Date,
): Promise<{ workItemId: string; queueId: string }> => {
  const { communityId } = prepared
  const made = prepared.receiptNumber === null ? undefined : await makeBatch(scheduling, trx, prepared, now)
  if (made) return made
  const [item] = await findBatchItems(trx, communityId, [prepared])
  if (!item) throw new Error(`no batch ${prepared.serviceCode} of ${communityId} on ${prepared.on}`)
  if (!prepared.isSettled && (await setBatchEnd(trx, communityId, prepared, prepared.dueAt))) {
    await moveBatch(trx, { communityId, workItemId: item.workItemId }, prepared.dueAt)
  }
  return { workItemId: item.workItemId, queueId: item.queueId }
}

/** Undefined when somebody else was quicker. */
const makeBatch = async (
  scheduling: Scheduling,
  trx: Trx,
  { receiptNumber, ...batch }: PreparedBatch,
  now: Date,
): Promise<{ workItemId: string; queueId: string } | undefined> => {
  const [id, workItemId] = [uuidv7(), uuidv7()]
  const isFirst = await insertBatch(trx, {
    community_id: batch.communityId,
    id,
    service: batch.service,
    service_code: batch.serviceCode,
    resource_id: batch.resourceId,
    kind: batch.kind,
    service_on: batch.on,
    work_item_id: workItemId,
    due_at: batch.dueAt.toISOString(),
  })
  if (!isFirst || receiptNumber === null) return undefined
  const { queueId } = await enqueue(
    scheduling,
    trx,
    communityOf(scheduling, batch),
    scheduling.config(),
    {
      id: workItemId,
      receiptNumber,
      service: batch.service,
      subjectId: id,
      title: batch.title,
      isConfidential: false,
      requesterId: null,
      hand: { actorId: null, actingForId: null },
      filedById: null,
      gridCellId: null,
      words: '',
      category: categoryOf(batch.service, batch.serviceCode),
      dueAt: batch.dueAt,
    },
    now,
  )
  return { workItemId, queueId }
}

const communityOf = (scheduling: Scheduling, { communityId }: Pick<Batch, 'communityId'>): CommunityConfig => {
  const community = scheduling.config().communities.get(communityId)
  if (!community) throw new Error(`no community ${communityId}`)
  return community
}
