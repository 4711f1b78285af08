import { z } from 'zod'
import type { Clock } from '../clock/clock.ts'
import type { Sealer } from '../crypto/sealer.ts'
import type { Database } from '../db/database.ts'
import type { Env } from '../env/env.ts'
import type { Log } from '../log/log.ts'
import { type AccessToken, createAccessTokens } from './access-token.ts'
import { type SendOutcome, type SubscribeMessage, type Wechat, WechatError } from './wechat.ts'
import { createAsk, jsonOf, type Question } from './wechat-caller.ts'
import type { CallName, WechatMetrics } from './wechat-metrics.ts'
import { isTokenCode, outcomeOf } from './wechat-problems.ts'
import { type HttpAnswer, NoAnswer } from './wechat-request.ts'

export interface WechatOptions {
  appId: string
  appSecret: string
  apiUrl: string
  /** No call takes longer, repeats and a new token included. */
  timeoutMs: number
  /** Which edition of the mini-program a message or a code opens. */
  edition: 'formal' | 'trial' | 'developer'
  db: Database
  sealer: Sealer
  clock: Clock
  log: Log
  metrics: WechatMetrics
}

/** Forum: the scene of words and pictures that others read. */
const SCENE_PUBLIC = 3
const PICTURE = 2
const CODE_EDITIONS = { formal: 'release', trial: 'trial', developer: 'develop' } as const

const Token = z.object({ access_token: z.string().min(1), expires_in: z.int().positive() })
const Session = z.object({ openid: z.string().min(1) })
const Phone = z.object({ phone_info: z.object({ countryCode: z.string(), purePhoneNumber: z.string().min(1) }) })
const Sent = z.object({ errcode: z.literal(0), msgid: z.union([z.string(), z.int().transform(String)]).optional() })
const Words = z.object({ result: z.object({ suggest: z.enum(['pass', 'review', 'risky']), label: z.int() }) })
const Picture = z.object({ trace_id: z.string().min(1) })

/** What the environment says of the mini-program's account; null where it says nothing. */
export const wechatOf = (
  env: Env,
  parts: Pick<WechatOptions, 'db' | 'sealer' | 'clock' | 'log' | 'metrics'>,
): Wechat | null => {
  if (env.WECHAT_APP_ID === undefined || env.WECHAT_APP_SECRET === undefined) return null
  return createWechat({
    ...parts,
    appId: env.WECHAT_APP_ID,
    appSecret: env.WECHAT_APP_SECRET,
    apiUrl: env.WECHAT_API_URL,
    timeoutMs: env.WECHAT_TIMEOUT_MS,
    edition: env.WECHAT_EDITION,
  })
}

/** WeChat's server API over HTTP: the only code that knows its addresses and fields. */
export const createWechat = (options: WechatOptions): Wechat => {
  const { appId, appSecret, timeoutMs, edition } = options
  const ask = createAsk(options)
  const tokens = createAccessTokens({
    ...options,
    async fetchToken(signal) {
      const body = { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: false }
      const { access_token, expires_in } = parsed(Token, await ask('stable_token', { body, signal }))
      return { text: access_token, seconds: expires_in }
    },
  })

  const askAs = (call: CallName, token: AccessToken, question: Question): Promise<HttpAnswer> =>
    ask(call, { ...question, query: { ...question.query, access_token: token.text } })

  /** With a token; when it is worth nothing, once more with another. */
  const askWithToken = async (call: CallName, body: Record<string, unknown>): Promise<HttpAnswer> => {
    const question = { body, signal: AbortSignal.timeout(timeoutMs) }
    const token = await tokenFor(question.signal)
    try {
      return await askAs(call, token, question)
    } catch (error) {
      if (!(error instanceof WechatError) || !isTokenCode(error.errorCode)) throw error
      return askAs(call, await tokenFor(question.signal, token), question)
    }
  }

  /** Whatever keeps the token away, the call itself was not made. */
  const tokenFor = async (signal: AbortSignal, worthless?: AccessToken): Promise<AccessToken> => {
    try {
      if (worthless) await tokens.drop(worthless)
      return await tokens.current(signal)
    } catch {
      throw new NoAnswer('no token', false)
    }
  }

  return {
    appId,
    async openIdOf(code) {
      const query = { appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code' }
      const signal = AbortSignal.timeout(timeoutMs)
      const answer = await orUnavailable(ask('code2_session', { query, signal }))
      return parsed(Session, answer).openid
    },
    async phoneNumberOf(code, openId) {
      const answer = await orUnavailable(askWithToken('get_phone_number', { code, openid: openId }))
      const { countryCode, purePhoneNumber } = parsed(Phone, answer).phone_info
      return { countryCode, number: purePhoneNumber }
    },
    async send(message) {
      try {
        return sentOr(await askWithToken('subscribe_send', bodyOf(message, edition)))
      } catch (error) {
        return notSent(error)
      }
    },
    async checkWords({ openId, words, title }) {
      const body = { version: 2, openid: openId, scene: SCENE_PUBLIC, content: words, ...(title && { title }) }
      const { suggest, label } = parsed(Words, await orUnavailable(askWithToken('msg_sec_check', body))).result
      return { verdict: suggest, label }
    },
    async checkPicture({ openId, url }) {
      const body = { version: 2, openid: openId, scene: SCENE_PUBLIC, media_type: PICTURE, media_url: url }
      const answer = await orUnavailable(askWithToken('media_check_async', body))
      return { traceId: parsed(Picture, answer).trace_id }
    },
    async codeImage({ scene, page }) {
      const body = { scene, page, check_path: edition === 'formal', env_version: CODE_EDITIONS[edition] }
      const { body: image, mediaType } = await orUnavailable(askWithToken('get_code_unlimited', body))
      if (!mediaType.startsWith('image/')) throw new WechatError('unavailable')
      return image
    },
  }
}

const bodyOf = ({ openId, templateId, page, data }: SubscribeMessage, edition: WechatOptions['edition']) => ({
  touser: openId,
  template_id: templateId,
  page,
  miniprogram_state: edition,
  // WeChat's own frame around a message has no Tibetan.
  lang: 'zh_CN',
  data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, { value }])),
})

const sentOr = (answer: HttpAnswer): SendOutcome => {
  const sent = Sent.safeParse(jsonOf(answer))
  return sent.success ? { kind: 'sent', messageId: sent.data.msgid ?? null } : { kind: 'unclear' }
}

const notSent = (error: unknown): SendOutcome => {
  if (error instanceof WechatError && error.errorCode !== null) return outcomeOf(error.errorCode)
  if (error instanceof NoAnswer && !error.wasSent) return { kind: 'not_sent', why: 'unavailable', errorCode: null }
  return { kind: 'unclear' }
}

/** An answer in a form that nobody documented is none. */
const parsed = <Schema extends z.ZodType>(schema: Schema, answer: HttpAnswer): z.infer<Schema> => {
  const result = schema.safeParse(jsonOf(answer))
  if (!result.success) throw new WechatError('unavailable')
  return result.data
}

const orUnavailable = async <Result>(call: Promise<Result>): Promise<Result> => {
  try {
    return await call
  } catch (error) {
    if (error instanceof NoAnswer) throw new WechatError('unavailable')
    throw error
  }
}
