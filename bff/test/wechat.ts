import type { Env } from '../src/platform/env/env.ts'
import { startTestServer, type TestServer } from './server.ts'
import {
  STAND_IN,
  startWechatServer,
  type WechatServer,
  type WechatServerOptions,
} from './wechat-server/wechat-server.ts'

export interface WithWechat {
  server: TestServer
  wechat: WechatServer
  /** Both, in order. */
  stop(): Promise<void>
}

/** The real application and a WeChat that it calls and that tells it what happens, on one clock. */
export const startWithWechat = async (
  overrides: Partial<Env> = {},
  options: Omit<WechatServerOptions, 'clock' | 'account'> = {},
): Promise<WithWechat> => {
  const clock = { now: () => new Date() }
  const wechat = await startWechatServer({ repeatAfterMs: 10, ...options, clock })
  const { appId, secret, pushToken: token, pushAesKey: aesKey } = STAND_IN
  const server = await startTestServer({
    WECHAT_APP_ID: appId,
    WECHAT_APP_SECRET: secret,
    WECHAT_API_URL: wechat.url,
    WECHAT_PUSH_TOKEN: token,
    WECHAT_PUSH_AES_KEY: aesKey,
    ...overrides,
  })
  clock.now = server.clock.now
  wechat.pushTo({ url: `${server.url}/api/wechat/push`, token, aesKey })
  return {
    server,
    wechat,
    async stop() {
      await wechat.stop()
      await server.stop()
    },
  }
}
