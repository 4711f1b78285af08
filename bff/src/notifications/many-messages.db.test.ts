import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addFollowers,
  aNotice,
  type Fared,
  faredOf,
  notify,
  startWithWechat,
  untilSent,
  wechatEnv,
} from '../../test/followers.ts'
import { TEST_KEYS } from '../../test/keys.ts'
import { START, type TestServer } from '../../test/server.ts'
import type { WechatServer } from '../../test/wechat-server/wechat-server.ts'
import { type App, createApp } from '../app.ts'
import { readEnv } from '../platform/env/env.ts'
import { createLog } from '../platform/log/log.ts'

/** `SOAK=1` sends ten thousand. */
const MESSAGES = process.env['SOAK'] === '1' ? 10_000 : 500
const PER_PERSON = 2
const SEND = '/cgi-bin/message/subscribe/send'
/** Retries come after one, two, four … minutes; who has heard nothing is called after an hour. */
const LOOKS_AT_MINUTES = [1, 2, 4, 8, 16, 32, 50, 61, 62, 75]
const CONFIG_DIR = fileURLToPath(new URL('../../../config/data', import.meta.url))
const SETTLED = ['sent', 'delivered', 'failed', 'unclear']

let server: TestServer
let wechat: WechatServer
/** A second process on the same database. */
let other: App
let stop: () => Promise<void>

beforeAll(async () => {
  // The same faults on every run.
  let seed = 20261123
  const random = () => {
    // Of 32 bits: a product that no number holds exactly would soon repeat itself.
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 4_294_967_296
  }
  const timeout = { WECHAT_TIMEOUT_MS: 2_000 }
  ;({ server, wechat, stop } = await startWithWechat({ latencyMs: 1, random }, timeout))
  const basics = { NODE_ENV: 'test', DATABASE_URL: server.databaseUrl, CONFIG_DIR, FILES_DIR: server.filesFolder }
  const quiet = { SCHEDULED_WORK: '0', CONFIG_LOOK_MS: '0', WECHAT_TIMEOUT_MS: '2000' }
  const env = readEnv({ ...basics, ...TEST_KEYS, ...quiet, ...wechatEnv(wechat) })
  other = createApp(env, server.clock, createLog('silent'))
  await other.start()
})
afterAll(async () => {
  await other.stop()
  await stop()
})

test('of many messages through a WeChat that fails one in five, none goes out twice and none is lost', async () => {
  const followers = await addFollowers(server, wechat, MESSAGES / PER_PERSON, { credits: PER_PERSON })
  const notices = Array.from({ length: MESSAGES }, (_none, index) =>
    aNotice(followers[index % followers.length]?.personId ?? '', { details: { title: `第${index}条` } }),
  )
  for (const [kind, rate] of [
    ['busy', 0.05],
    ['rate', 0.03],
    ['reset', 0.04],
    ['reset_after_work', 0.04],
    ['html', 0.02],
    ['html_after_work', 0.02],
  ] as const) {
    wechat.fail({ path: SEND, kind, rate })
  }
  await notify(server, notices)
  for (const minute of LOOKS_AT_MINUTES) {
    server.clock.set(new Date(Date.parse(START) + minute * 60_000).toISOString())
    await Promise.all([server.app.doWhatIsDue(), other.doWhatIsDue()])
  }
  await untilSent(server)
  await wechat.settled()

  const fared = await faredOf(server)
  expect(fared).toHaveLength(MESSAGES)
  expect(fared.filter(({ state }) => !SETTLED.includes(state))).toEqual([])
  const titles = wechat.sent().map(({ data }) => data['thing1'])
  expect(new Set(titles).size).toBe(titles.length)
  // Whoever it did not reach, or nobody knows whether it did, is called.
  const reached = fared.filter(({ state }) => state === 'sent' || state === 'delivered')
  expect(fared.filter((row) => !reached.includes(row) && row.called_at === null)).toEqual([])
  const out = new Set(titles)
  expect(reached.filter(({ title }) => !out.has(title ?? ''))).toEqual([])
  // Most of them arrive, and enough went wrong for this to mean something.
  expect(reached.length / MESSAGES).toBeGreaterThan(0.7)
  expect(count(fared, 'unclear') + retried(fared)).toBeGreaterThan(MESSAGES / 20)
}, 900_000)

const count = (fared: readonly Fared[], state: string): number => fared.filter((row) => row.state === state).length
const retried = (fared: readonly Fared[]): number => fared.filter(({ attempts }) => attempts > 1).length
