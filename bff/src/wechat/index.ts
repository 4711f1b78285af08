import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Env } from '../platform/env/env.ts'
import type { Log } from '../platform/log/log.ts'
import type { WechatMetrics } from '../platform/wechat/wechat-metrics.ts'
import type { PushSecrets } from './push-crypto.ts'
import { createWechatEvents, type WechatEvents } from './wechat-events.ts'
import { deletePushesBefore } from './wechat-push.repository.ts'

export { WECHAT_DATA } from './personal-data.ts'
export { mountWechat } from './wechat.routes.ts'
export {
  bindAccount,
  findAccountByOpenId,
  forgetAccount,
  holdOpenId,
  listAccounts,
  listDeskHolders,
  markSeen,
  markStale,
  openIdOf,
  sendableOpenIdOf,
  setReachesDesk,
  type WechatAccount,
} from './wechat-account.repository.ts'
export { itemsOf, NotYet, type WechatEvent } from './wechat-event.ts'
export type { EventHandler, WechatEvents } from './wechat-events.ts'

/** What an event was is of use while somebody may ask why; a month. */
const KEPT_DAYS = 30

/** 违规处罚: only the operator can mend it, so it must be seen. The words in it are not kept. */
const Punishment = z.object({
  event_type: z.union([z.int(), z.string().transform(Number)]).catch(0),
  punish_id: z.union([z.string(), z.int().transform(String)]).catch(''),
})

/** The engine of what WeChat tells; whoever wants to know of an event asks it by `on`. */
export const createWechatEngine = (
  context: Context,
  { log, metrics }: { log: Log; metrics: WechatMetrics },
): WechatEvents => {
  const events = createWechatEvents(context, log)
  events.on('wxa_punish_event', async (_trx, { fields }) => {
    const { event_type: kind, punish_id: punishmentId } = Punishment.parse(fields)
    log.error({ kind, punishmentId }, 'WeChat punishes the mini-program')
    metrics.countPunishment()
    return Promise.resolve()
  })
  return events
}

/** What WeChat's console was told; null where it was told nothing. */
export const pushSecretsOf = ({ WECHAT_APP_ID, WECHAT_PUSH_TOKEN, WECHAT_PUSH_AES_KEY }: Env): PushSecrets | null =>
  WECHAT_APP_ID && WECHAT_PUSH_TOKEN && WECHAT_PUSH_AES_KEY
    ? { appId: WECHAT_APP_ID, token: WECHAT_PUSH_TOKEN, aesKey: WECHAT_PUSH_AES_KEY }
    : null

export const forgetOldEvents = (context: Pick<Context, 'db'>, now: Date): Promise<void> =>
  deletePushesBefore(context.db, new Date(now.getTime() - KEPT_DAYS * 86_400_000))
