import type { Topic } from '@little-bench/shared/notifications/templates'
import { v7 as uuidv7 } from 'uuid'
import { createNotifications, type NewNotice } from '../src/notifications/index.ts'
import { sealContact } from '../src/people/sealed-contact.ts'
import { inTransaction, PLAIN_WRITE } from '../src/platform/db/transaction.ts'
import type { Env } from '../src/platform/env/env.ts'
import { createLog } from '../src/platform/log/log.ts'
import { bindAccount } from '../src/wechat/index.ts'
import { untilDelivered } from './desk.ts'
import { START, startTestServer, type TestServer } from './server.ts'
import {
  STAND_IN,
  startWechatServer,
  type WechatServer,
  type WechatServerOptions,
} from './wechat-server/wechat-server.ts'

export const COMMUNITY_ID = 'raosai'
const TOPICS: readonly Topic[] = ['progress', 'booking', 'visit', 'family']

/** How a server reaches the stand-in. */
export const wechatEnv = (wechat: WechatServer) => ({
  WECHAT_APP_ID: STAND_IN.appId,
  WECHAT_APP_SECRET: STAND_IN.secret,
  WECHAT_API_URL: wechat.url,
  WECHAT_PUSH_TOKEN: STAND_IN.pushToken,
  WECHAT_PUSH_AES_KEY: STAND_IN.pushAesKey,
})

/** A server with WeChat beside it; both go by the server's clock. */
export const startWithWechat = async (options: WechatServerOptions = {}, env: Partial<Env> = {}) => {
  const started: { clock?: TestServer['clock'] } = {}
  const now = () => started.clock?.now() ?? new Date(START)
  const wechat = await startWechatServer({ clock: { now }, ...options })
  const server = await startTestServer({ ...wechatEnv(wechat), ...env })
  started.clock = server.clock
  wechat.pushTo({ url: `${server.url}/api/wechat/push`, token: STAND_IN.pushToken, aesKey: STAND_IN.pushAesKey })
  const stop = async () => {
    wechat.pushTo(null)
    await server.stop()
    await wechat.stop()
  }
  return { server, wechat, stop }
}

export const templateOf = (server: TestServer, topic: Topic): string => {
  const template = server.app.context.config().wechatTemplates.find((each) => each.topic === topic)
  if (!template) throw new Error(`no template for ${topic}`)
  return template.templateId
}

export interface Follower {
  personId: string
  openId: string
}

interface FollowerOptions {
  /** Messages of each topic that they have agreed to. */
  credits?: number
  phone?: string | null
  isBound?: boolean
  /** Whether WeChat knows the open id (still). */
  isKnown?: boolean
}

/** People of 绕赛 who use the mini-program, and have agreed to messages both here and there. */
export const addFollowers = async (
  server: TestServer,
  wechat: WechatServer,
  count: number,
  { credits = 1, phone = '13800000000', isBound = true, isKnown = true }: FollowerOptions = {},
): Promise<Follower[]> => {
  const { db, sealer, clock } = server.app.context
  const now = clock.now()
  const followers = Array.from({ length: count }, () => ({ personId: uuidv7(), openId: `o${uuidv7()}` }))
  const templates = TOPICS.map((topic) => templateOf(server, topic))
  await inTransaction(db, now, PLAIN_WRITE, async (trx) => {
    for (const { personId, openId } of followers) {
      const created_at = now.toISOString()
      await trx.insertInto('person').values({ id: personId, name: '示范关注的人', is_demo: true, created_at }).execute()
      const role = { person_id: personId, role: 'resident', community_id: COMMUNITY_ID } as const
      await trx
        .insertInto('role_assignment')
        .values({ ...role, grid_cell_id: null, unit_id: null })
        .execute()
      const contact = sealContact(sealer, personId, { name: '示范关注的人', phone })
      const how = { has_account: true, channel: 'inbox', created_at } as const
      await trx
        .insertInto('person_contact')
        .values({ ...contact, ...how, person_id: personId })
        .execute()
      if (isBound) await bindAccount(trx, sealer, { openId, personId }, now)
      if (credits === 0) continue
      const rows = templates.map((template_id) => ({ person_id: personId, template_id, credits, is_refused: false }))
      await trx.insertInto('subscribe_credit').values(rows).execute()
    }
  })
  if (isKnown) introduce(server, wechat, followers, credits)
  return followers
}

/** WeChat knows them, and that they agreed. */
export const introduce = (
  server: TestServer,
  wechat: WechatServer,
  followers: readonly Follower[],
  credits: number,
): void => {
  for (const { openId } of followers) {
    wechat.visit(openId)
    for (const topic of TOPICS) if (credits > 0) wechat.accept(openId, templateOf(server, topic), credits)
  }
}

export const aNotice = (personId: string, changes: Partial<NewNotice> = {}): NewNotice => ({
  kind: 'slot_cancelled',
  personId,
  communityId: COMMUNITY_ID,
  workItemId: null,
  subjectId: null,
  details: { title: '午餐（示范）' },
  ...changes,
})

/** Tells them as a feature does, and waits until it stands in their inbox. */
export const notify = async (server: TestServer, notices: readonly NewNotice[]): Promise<void> => {
  const { context } = server.app
  // The jobs of the running server do what these ask for.
  const jobs = { ...context.jobs, handle: () => undefined, handleBatch: () => undefined }
  const notifications = createNotifications({ ...context, jobs }, createLog('silent'))
  await inTransaction(context.db, context.clock.now(), PLAIN_WRITE, async (trx) => {
    for (const notice of notices) await notifications.notify(trx, notice)
  })
  await untilDelivered(server)
}

export interface Fared {
  id: string
  person_id: string
  kind: string
  title: string | null
  state: string
  problem: string | null
  attempts: number
  called_at: string | null
  next_at: Date | null
}

/** How the messages to somebody, or to everybody, fared. */
export const faredOf = (server: TestServer, personId?: string): Promise<Fared[]> =>
  server.sql<Fared>(
    `select delivery.id, delivery.person_id, delivery.kind, details ->> 'title' as title, state, problem, attempts,
       called_at, next_at
     from message_delivery delivery join inbox_message message on message.id = inbox_message_id
     where $1::uuid is null or delivery.person_id = $1 order by delivery.id`,
    [personId ?? null],
  )

/** Waits until nothing is to be sent now or in WeChat's hands. */
export const untilSent = async (server: TestServer): Promise<void> => {
  const isBusy = async () => {
    const [row] = await server.sql<{ busy: string }>(
      `select (select count(*) from message_delivery
         where state = 'sending' or (state = 'waiting' and next_at <= $1))
       + (select count(*) from pgboss.job
         where name like 'deliver%' and state in ('created', 'retry', 'active') and start_after <= now()) as busy`,
      [server.clock.now().toISOString()],
    )
    return row?.busy !== '0'
  }
  while (await isBusy()) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** What the counter has to say to somebody. */
export const callLinesFor = (server: TestServer, personId: string): Promise<{ kind: string; details: object }[]> =>
  server.sql(
    `select line.kind, line.details from call_line line
     join call on call.community_id = line.community_id and call.id = line.call_id where call.person_id = $1`,
    [personId],
  )
