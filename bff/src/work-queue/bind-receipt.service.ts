import { AppError } from '@little-bench/shared/kernel/errors'
import type { MyItem } from '@little-bench/shared/work-queue/item.contract'
import type { z } from 'zod'
import { dropCallLines } from '../notifications/index.ts'
import { hasAccount, spendCode } from '../people/index.ts'
import { handOf } from '../platform/authority.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { applyStep } from './apply-step.ts'
import { type Engine, within } from './engine.ts'
import { presentationFor } from './read-work-item.service.ts'
import { presentMyItem } from './work-item.presenter.ts'
import { changeRequester, lockWorkItemById, lockWorksOf } from './work-item.repository.ts'

/**
 * Hands an item that the counter filed for somebody without an account over to whoever has the code of its receipt. What
 * was written in that person's name stays so: nothing of it becomes an answer of staff.
 * Errors: `code_invalid` for a code that is not right, was used or has expired, and for an item of somebody with an account.
 */
export const bindReceipt = async (
  engine: Engine,
  viewer: Viewer,
  code: string,
  write: Write,
): Promise<z.input<typeof MyItem>> => {
  const now = engine.clock.now()
  return inTransaction(engine.db, now, write, async (trx) => {
    const inside = within(engine, trx)
    const used = await spendCode(engine, trx, { purpose: 'receipt', typed: code, usedBy: viewer.personId }, now)
    // Its works first, as whoever speaks in one of them locks them.
    await lockWorksOf(trx, used.communityId, used.subjectId)
    const item = await lockWorkItemById(trx, used.communityId, used.subjectId)
    const formerId = item?.requester_id ?? null
    if (!item || formerId === null || formerId === viewer.personId || (await hasAccount(trx, formerId))) {
      throw new AppError('code_invalid')
    }
    await changeRequester(trx, item, viewer.personId)
    const bound = await applyStep(
      inside,
      trx,
      { ...item, requester_id: viewer.personId },
      { kind: 'bound', ...handOf(viewer), keepsVersion: true },
      now,
    )
    await engine.subjects.of(item.service).rebind?.(trx, bound, viewer.personId)
    await dropCallLines(trx, { personId: formerId, communityId: item.community_id, workItemId: item.id }, now)
    await engine.notifications.notify(trx, {
      kind: 'receipt_bound',
      personId: viewer.personId,
      communityId: item.community_id,
      workItemId: item.id,
      subjectId: item.subject_id,
      details: { title: item.title, receiptNumber: item.receipt_number },
    })
    return presentMyItem(bound, presentationFor(inside, viewer))
  })
}
