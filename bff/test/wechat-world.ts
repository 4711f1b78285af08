import type { Env } from '../src/platform/env/env.ts'
import { bindAccount } from '../src/wechat/index.ts'
import { signInRaosai } from './factories.ts'
import { START, startTestServer, type TestServer } from './server.ts'
import { signInByWechat } from './sign-in.ts'
import { STAND_IN, startWechatServer } from './wechat-server/wechat-server.ts'

/** By which WeChat knows the resident. */
export const OPEN_ID = 'oAAAA1111'
export const WECHAT_TIMEOUT_MS = 600

/** The server beside a stand-in for WeChat, where the resident of 绕赛 came through the mini-program just now. */
export const startWechatWorld = async (overrides: Partial<Env> = {}) => {
  const clockOf: { server?: TestServer } = {}
  const wechat = await startWechatServer({ clock: { now: () => clockOf.server?.clock.now() ?? new Date(START) } })
  const started = await startTestServer({
    HOLD_PUBLIC_CONTENT: '1',
    WECHAT_APP_ID: STAND_IN.appId,
    WECHAT_APP_SECRET: STAND_IN.secret,
    WECHAT_PUSH_TOKEN: STAND_IN.pushToken,
    WECHAT_PUSH_AES_KEY: STAND_IN.pushAesKey,
    WECHAT_API_URL: wechat.url,
    WECHAT_TIMEOUT_MS,
    ...overrides,
  })
  clockOf.server = started
  const others = await signInRaosai(started)
  const { db, sealer, clock } = started.app.context
  await bindAccount(db, sealer, { openId: OPEN_ID, personId: others.resident.personId }, clock.now())
  wechat.visit(OPEN_ID)
  const people = { ...others, resident: await signInByWechat({ server: started, wechat }, OPEN_ID) }
  const target = { url: `${started.url}/api/wechat/push`, token: STAND_IN.pushToken, aesKey: STAND_IN.pushAesKey }
  wechat.pushTo(target)
  return {
    server: started,
    wechat,
    people,
    /** WeChat's events arrive, or are lost on the way. */
    hears: (isHeard: boolean) => wechat.pushTo(isHeard ? target : null),
    async stop() {
      await wechat.stop()
      await started.stop()
    },
  }
}
export type WechatWorld = Awaited<ReturnType<typeof startWechatWorld>>
