import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type AccessTokens, type Account, createAccessTokens } from './access-tokens.ts'
import { type Answer, type Call, refusal, textOf } from './answer.ts'
import { codeImage } from './codes.ts'
import { type Content, createContent } from './content.ts'
import { sentEvent } from './events.ts'
import { createFaults, type Fault, type FaultKind } from './faults.ts'
import { createMessages, type DeliveredMessage, type Messages } from './messages.ts'
import { createWechatPeople, type WechatPeople } from './people.ts'
import type { PushAnswer, PushOptions, PushTarget } from './push.ts'
import { createPusher } from './pusher.ts'

/** The account that the stand-in knows unless it is told another. */
export const STAND_IN: Account & { pushToken: string; pushAesKey: string } = {
  appId: 'wx0123456789abcdef',
  secret: 'secret-of-the-stand-in',
  pushToken: 'AAAAA',
  pushAesKey: 'A'.repeat(43),
}

export interface WechatServerOptions {
  account?: Account
  /** The system's clock unless a test has its own. */
  clock?: { now(): Date }
  /** Zero lets the system choose. */
  port?: number
  /** The fields of each template; without it any template with well-formed fields is taken. */
  templates?: Readonly<Record<string, readonly string[]>>
  sensitiveWords?: readonly string[]
  /** How long each call takes: two messages to one person can only meet in that time. */
  latencyMs?: number
  /** WeChat tells what became of a message so long after it. */
  sentEventAfterMs?: number
  /** An event that was not answered with `success` comes again after this. */
  repeatAfterMs?: number
  /** For faults that come by chance. */
  random?(): number
}

/** WeChat's servers for tests and demonstrations: an address, and what a test does to them. */
export interface WechatServer
  extends Pick<WechatPeople, 'newCode' | 'newPhoneCode' | 'block' | 'visit'>,
    Pick<Messages, 'accept' | 'credits' | 'ban' | 'sent'>,
    Pick<Content, 'useWords' | 'nextMedia' | 'everyMedia' | 'mediaAsked'> {
  url: string
  account: Account
  /** How often tokens were asked for, and how many different ones there were. */
  tokens(): { fetched: number; made: number }
  revokeTokens(): void
  /** How often each path was called, by path. */
  calls(): Readonly<Record<string, number>>
  fail(fault: Fault): void
  /** Everything works again. */
  heal(): void
  /** Where events go from now on, such as `…/api/wechat/push`; null keeps them. */
  pushTo(target: PushTarget | null): void
  push(event: Readonly<Record<string, unknown>>, options?: PushOptions): Promise<PushAnswer[]>
  /** Once no event is on its way any more. */
  settled(): Promise<void>
  /** Events that were never answered with `success`. */
  lostEvents(): number
  stop(): Promise<void>
}

type Endpoint = { method: 'GET' | 'POST'; needsToken: boolean; answer(call: Call): Answer }

/** Starts the stand-in on this machine. */
export const startWechatServer = async (options: WechatServerOptions = {}): Promise<WechatServer> => {
  const { account = STAND_IN, clock, port = 0, latencyMs = 0, sentEventAfterMs = 0, random = Math.random } = options
  const now = () => (clock ? clock.now().getTime() : Date.now())
  const pusher = createPusher({ appId: account.appId, now, repeatAfterMs: options.repeatAfterMs ?? 200 })
  const faults = createFaults(random)
  const tokens = createAccessTokens(account, now)
  const people = createWechatPeople(account, now)
  const messages = createMessages({
    knows: people.knows,
    ...(options.templates && { templates: options.templates }),
    ...(options.sensitiveWords && { sensitiveWords: options.sensitiveWords }),
    onSent: (message: DeliveredMessage) => pusher.follow(sentEvent(message, now()), { delayMs: sentEventAfterMs }),
  })
  const content = createContent({
    appId: account.appId,
    knows: people.knows,
    hasVisited: people.hasVisited,
    now,
    onMedia: (event, { delayMs = 0, copies = 1 }) => pusher.follow(event, { delayMs, duplicate: copies - 1 }),
  })
  const endpoints: Readonly<Record<string, Endpoint>> = {
    '/sns/jscode2session': { method: 'GET', needsToken: false, answer: people.signIn },
    '/cgi-bin/stable_token': { method: 'POST', needsToken: false, answer: tokens.fetch },
    '/wxa/business/getuserphonenumber': { method: 'POST', needsToken: true, answer: people.phoneNumber },
    '/cgi-bin/message/subscribe/send': { method: 'POST', needsToken: true, answer: messages.send },
    '/wxa/msg_sec_check': { method: 'POST', needsToken: true, answer: content.checkText },
    '/wxa/media_check_async': { method: 'POST', needsToken: true, answer: content.checkMedia },
    '/wxa/getwxacodeunlimit': { method: 'POST', needsToken: true, answer: codeImage },
  }
  const counts: Record<string, number> = {}

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://stand-in')
    const text = await readText(request)
    counts[url.pathname] = (counts[url.pathname] ?? 0) + 1
    const fault = faults.next(url.pathname)
    if (fault === 'token_revoked') tokens.revokeAll()
    if (isBeforeWork(fault)) return breakOff(fault, response)
    const endpoint = endpoints[url.pathname]
    if (!endpoint) {
      response.writeHead(404).end()
      return
    }
    const call = { method: request.method ?? '', query: url.searchParams, body: parsed(text) }
    const answer = problemOf(endpoint, { call, text, type: request.headers['content-type'] ?? '', tokens })
    const made = answer ?? (await inTurn(call, url.pathname, () => endpoint.answer(call)))
    if (isAfterWork(fault)) return breakOff(fault, response)
    write(response, made)
  }

  /** Two messages to one person at once are refused; everything else does not mind the other. */
  const inTurn = async (call: Call, path: string, work: () => Answer): Promise<Answer> => {
    const isMessage = path === '/cgi-bin/message/subscribe/send'
    const end = isMessage ? messages.begin(textOf(call, 'touser')) : () => undefined
    if (!end) return refusal(43108, 'concurrent sends to the same user')
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs))
    const answer = work()
    end()
    return answer
  }

  const http = createServer((request, response) => {
    respond(request, response).catch(() => response.destroy())
  })
  http.listen(port, '127.0.0.1')
  await once(http, 'listening')
  const address = http.address() as AddressInfo // A TCP server has a TCP address.

  return {
    url: `http://127.0.0.1:${address.port}`,
    account,
    newCode: people.newCode,
    newPhoneCode: people.newPhoneCode,
    block: people.block,
    visit: people.visit,
    accept: messages.accept,
    credits: messages.credits,
    ban: messages.ban,
    sent: messages.sent,
    useWords: content.useWords,
    nextMedia: content.nextMedia,
    everyMedia: content.everyMedia,
    mediaAsked: content.mediaAsked,
    tokens: tokens.counts,
    revokeTokens: tokens.revokeAll,
    calls: () => counts,
    fail: faults.add,
    heal: faults.clear,
    pushTo: pusher.target,
    push: pusher.push,
    settled: pusher.settled,
    lostEvents: pusher.lost,
    async stop() {
      http.close()
      http.closeAllConnections()
      await pusher.settled()
    },
  }
}

const readText = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

const parsed = (text: string): Call['body'] => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/** What is wrong with a call before anybody asks what it is about. */
const problemOf = (
  endpoint: Endpoint,
  { call, text, type, tokens }: { call: Call; text: string; type: string; tokens: AccessTokens },
): Answer | undefined => {
  if (endpoint.method === 'POST' && call.method !== 'POST') return refusal(43002, 'require POST method')
  if (endpoint.method === 'GET' && call.method !== 'GET') return refusal(43001, 'require GET method')
  const problem = endpoint.needsToken ? tokens.problemOf(call) : undefined
  if (problem || endpoint.method === 'GET') return problem
  if (text === '') return refusal(44002, 'empty post data')
  if (!call.body || !type.includes('json')) return refusal(47001, 'data format error')
  return undefined
}

type BeforeWork = 'busy' | 'rate' | 'hang' | 'reset' | 'html'
type AfterWork = 'hang_after_work' | 'reset_after_work' | 'html_after_work'
const isAfterWork = (fault: FaultKind | undefined): fault is AfterWork => fault?.endsWith('_after_work') === true
const isBeforeWork = (fault: FaultKind | undefined): fault is BeforeWork =>
  fault !== undefined && fault !== 'token_revoked' && !isAfterWork(fault)

const breakOff = (fault: BeforeWork | AfterWork, response: ServerResponse): void => {
  switch (fault) {
    case 'busy':
      return write(response, refusal(-1, 'system error'))
    case 'rate':
      return write(response, refusal(45011, 'api minute-quota reach limit must slower retry next minute'))
    case 'reset':
    case 'reset_after_work':
      response.socket?.resetAndDestroy()
      return
    case 'html':
    case 'html_after_work':
      response.writeHead(502, { 'Content-Type': 'text/html' }).end('<html><h1>502 Bad Gateway</h1></html>')
      return
    case 'hang':
    case 'hang_after_work':
      // Nobody ever answers; the connection ends with the stand-in.
      return
  }
}

const write = (response: ServerResponse, answer: Answer): void => {
  if ('image' in answer && answer.image instanceof Uint8Array) {
    response.writeHead(200, { 'Content-Type': 'image/png' }).end(answer.image)
    return
  }
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(answer))
}
