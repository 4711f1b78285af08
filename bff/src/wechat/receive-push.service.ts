import { AppError } from '@little-bench/shared/kernel/errors'
import type { Context } from '../platform/context.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Log } from '../platform/log/log.ts'
import { isSigned, openPush, type PushSecrets } from './push-crypto.ts'
import { readEvent } from './wechat-event.ts'
import type { WechatEvents } from './wechat-events.ts'
import { insertPush } from './wechat-push.repository.ts'

export interface PushReceiver {
  context: Context
  log: Log
  events: WechatEvents
  /** Null where WeChat has not been told this address: everything is refused. */
  secrets: PushSecrets | null
}

/** A signature is good for this long, either way: what was overheard is of no use tomorrow. */
const WINDOW_SECONDS = 600

interface Signed {
  timestamp: string
  nonce: string
}

/** Proves to WeChat's console that the address is ours. */
export const checkPush = (
  { context, secrets }: PushReceiver,
  query: Signed & { signature: string; echostr: string },
): string => {
  requireSigned(secrets, query.signature, query, context.clock.now())
  return query.echostr
}

/** Checked, kept once, and followed up by a job of the same transaction: WeChat waits for nothing else. */
export const receivePush = async (
  { context, log, events, secrets }: PushReceiver,
  query: Signed & { msg_signature: string },
  encrypted: string,
): Promise<void> => {
  const now = context.clock.now()
  const text = openPush(encrypted, requireSigned(secrets, query.msg_signature, query, now, encrypted))
  const event = text === undefined ? undefined : readEvent(text)
  if (text === undefined || event === undefined) {
    // Signed by WeChat and not readable: its console has another key, another account or another format.
    log.error({ isOpen: text !== undefined }, 'an event of WeChat cannot be read')
    throw new AppError('push_refused')
  }
  await inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
    const pushId = await insertPush(trx, context.sealer, { text, name: event.name, now })
    if (pushId !== undefined) await events.follow(trx, pushId)
  })
}

const requireSigned = (
  secrets: PushSecrets | null,
  signature: string,
  { timestamp, nonce }: Signed,
  now: Date,
  ...more: string[]
): PushSecrets => {
  const age = Math.abs(now.getTime() / 1000 - Number(timestamp))
  if (!secrets || age > WINDOW_SECONDS || !isSigned(signature, [secrets.token, timestamp, nonce, ...more])) {
    throw new AppError('push_refused')
  }
  return secrets
}
