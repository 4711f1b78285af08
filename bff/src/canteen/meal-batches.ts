import type { Database, Trx } from '../platform/db/database.ts'
import {
  type Batch,
  type BatchItem,
  type BatchKey,
  findBatchItems,
  openBatch,
  type PreparedBatch,
  prepareBatch,
  type Scheduling,
} from '../scheduling/index.ts'
import { dayAndSitting, type MealSlot } from './meal-slot.ts'

type MealBatchCode = 'meal_sitting' | 'delivery_run'

const keyOf = ({ slot }: Pick<MealSlot, 'slot'>, serviceCode: MealBatchCode): BatchKey => ({
  serviceCode,
  resourceId: slot.resource_id,
  kind: slot.kind,
  on: slot.service_on,
})

const batchOf = (meal: MealSlot, serviceCode: MealBatchCode): Batch => ({
  ...keyOf(meal, serviceCode),
  communityId: meal.community.id,
  service: 'canteen',
  title: `${serviceCode === 'delivery_run' ? '送餐' : '备餐'}：${meal.canteen.name.zh}${dayAndSitting(meal)}`,
  dueAt: new Date(meal.slot.ends_at),
})

/** Before the transaction: a sitting is one piece of work, and its round to the doors another. */
export const prepareMealBatches = (
  scheduling: Scheduling,
  meal: MealSlot,
  { isDelivered }: { isDelivered: boolean },
  now: Date,
): Promise<PreparedBatch[]> =>
  Promise.all(
    (isDelivered ? (['meal_sitting', 'delivery_run'] as const) : (['meal_sitting'] as const)).map((serviceCode) =>
      prepareBatch(scheduling, batchOf(meal, serviceCode), now),
    ),
  )

/** In the transaction, in one order for all. */
export const openMealBatches = async (
  scheduling: Scheduling,
  trx: Trx,
  batches: readonly PreparedBatch[],
  now: Date,
): Promise<void> => {
  // What is there already needs no opening.
  const missing = batches.filter(({ isSettled }) => !isSettled)
  for (const batch of missing) await openBatch(scheduling, trx, batch, now)
}

/** The work item of a sitting or of its round; undefined while nobody has ordered. */
export const findMealBatch = async (
  db: Database,
  meal: Pick<MealSlot, 'slot'>,
  serviceCode: MealBatchCode,
): Promise<BatchItem | undefined> => {
  const [item] = await findBatchItems(db, meal.slot.community_id, [keyOf(meal, serviceCode)])
  return item
}

/** The queue that cooks each of these sittings, by slot id. */
export const listMealQueues = async (
  db: Database,
  communityId: string,
  slots: readonly MealSlot['slot'][],
): Promise<ReadonlyMap<string, string>> => {
  const items = await findBatchItems(
    db,
    communityId,
    slots.map((slot) => keyOf({ slot }, 'meal_sitting')),
  )
  return new Map(
    slots.flatMap((slot) => {
      const found = items.find(
        ({ resourceId, kind, on }) => resourceId === slot.resource_id && kind === slot.kind && on === slot.service_on,
      )
      return found ? [[slot.id, found.queueId] as const] : []
    }),
  )
}
