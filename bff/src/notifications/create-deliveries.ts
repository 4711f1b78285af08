import type { LoadedConfig } from '@little-bench/config/model'
import { callTime } from '@little-bench/shared/notifications/call-if-unread'
import { type Standing, stuckFrom } from '@little-bench/shared/notifications/delivery-standing'
import type { DeliveryProblem } from '@little-bench/shared/notifications/templates'
import { topicOf } from '@little-bench/shared/notifications/wechat-notices'
import type { Insertable } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import type { MessageDelivery } from '../platform/db/tables.generated.ts'
import { sendingTime } from './delivery.policy.ts'
import { insertDeliveries } from './delivery.repository.ts'
import type { InboxMessageRow } from './inbox.repository.ts'
import { agreementKey, listCredited } from './subscribe.repository.ts'

export type ToldMessage = Omit<InboxMessageRow, 'read_at'> & { isConfidential: boolean }

/**
 * Writes down which new messages go further than the inbox, in the transaction that writes them there: through WeChat to
 * whoever agreed to it, and to the counter's call list what is not read. Answers whether there is something to do at once.
 */
export const createDeliveries = async (
  context: Context,
  trx: Trx,
  messages: readonly ToldMessage[],
  now: Date,
): Promise<boolean> => {
  const config = context.config()
  const goingOn = messages.filter(({ kind }) => topicOf(kind) !== undefined)
  if (goingOn.length === 0) return false
  const credited =
    context.wechat === null
      ? new Set<string>()
      : await listCredited(trx, [...new Set(goingOn.map((message) => message.person_id))])
  const rows = goingOn.flatMap((message) => {
    const templateId = templateOf(config, message)
    const canSend = templateId !== null && credited.has(agreementKey({ personId: message.person_id, templateId }))
    const callAt = callTime(message.kind, now, config.quietHours) ?? null
    // What neither WeChat nor the counter will bring is complete where it is.
    if (!canSend && callAt === null) return []
    const problem: DeliveryProblem = context.wechat === null ? 'not_bound' : 'no_credit'
    const standing: Standing = canSend
      ? { state: 'waiting', problem: null, nextAt: sendingTime(message, config.quietHours, now) }
      : { state: 'failed', problem, nextAt: null }
    return [deliveryOf(message, templateId, standing, callAt, now)]
  })
  await insertDeliveries(trx, rows)
  return rows.some((row) => isBy(row.next_at, now) || isBy(row.call_at, now))
}

const templateOf = ({ wechatTemplates }: LoadedConfig, { kind }: ToldMessage): string | null =>
  wechatTemplates.find(({ topic }) => topic === topicOf(kind))?.templateId ?? null

const deliveryOf = (
  message: ToldMessage,
  templateId: string | null,
  standing: Standing,
  callAt: Date | null,
  now: Date,
): Insertable<MessageDelivery> => ({
  community_id: message.community_id,
  id: uuidv7(),
  inbox_message_id: message.id,
  person_id: message.person_id,
  kind: message.kind,
  template_id: templateId,
  is_confidential: message.isConfidential,
  state: standing.state,
  problem: standing.problem,
  created_at: now.toISOString(),
  changed_at: now.toISOString(),
  next_at: standing.nextAt?.toISOString() ?? null,
  call_at: callAt?.toISOString() ?? null,
  stuck_at: stuckFrom({ ...standing, changedAt: now, callAt, isUnreachable: false })?.toISOString() ?? null,
})

const isBy = (instant: string | null | undefined, now: Date): boolean =>
  typeof instant === 'string' && new Date(instant) <= now
