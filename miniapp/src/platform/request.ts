import type { CallInput, CallResult, Endpoint, Endpoints } from '@little-bench/shared/kernel/endpoint'
import type { Language } from '@little-bench/shared/kernel/language'
import Taro from '@tarojs/taro'
import { CallError, callErrorOf } from './call-error'
import { useDisplaySettings } from './display-settings'
import { useSession } from './session'
import { sessionIsOver } from './session-renewal'

const TIMEOUT_MS = 15_000

export interface CallOptions {
  /** Makes a repeated write safe: the same key and body answer the same result, once. */
  idempotencyKey?: string
  /** For whom this call acts: somebody's id, or null for nobody but the caller; left out, for whom the session acts. */
  actingFor?: string | null
  /** Whose call it is, or null for nobody's; left out, of whoever is signed in now. */
  token?: string | null
  /** The language of the answer; left out, the one that this person reads. */
  language?: Language
  /** Until the call counts as lost; for bodies that take long on a weak network. */
  timeoutMs?: number
}

type CallArguments<C> =
  Record<never, never> extends CallInput<C>
    ? [input?: CallInput<C>, options?: CallOptions]
    : [input: CallInput<C>, options?: CallOptions]

/** One typed function for each operation of a contract; each rejects with CallError and nothing else. */
export type Client<C> = { readonly [K in keyof C]: (...call: CallArguments<C[K]>) => Promise<CallResult<C[K]>> }

/**
 * Usage: `const issueApi = createClient<typeof issueContract>(issueEndpoints)`, with the contract imported as a type, so
 * that no zod reaches the phone. `always` are options of every call; those of a single call go before them.
 */
export const createClient = <
  C extends { [K in keyof E]: unknown },
  E extends Endpoints = Record<keyof C & string, Endpoint>,
>(
  endpoints: E,
  always: Pick<CallOptions, 'actingFor' | 'token'> = {},
): Client<C> => {
  const calls = Object.entries(endpoints).map(([operationId, endpoint]) => [
    operationId,
    (input?: Sent, options?: CallOptions) => send(endpoint, input ?? {}, { ...always, ...options }),
  ])
  // The one place where the shape of an answer is believed; the server parses what it sends in tests.
  return Object.fromEntries(calls) as Client<C>
}

interface Address {
  params?: Record<string, unknown> | undefined
  query?: Record<string, unknown> | undefined
}

interface Sent extends Address {
  body?: unknown
}

/** A session that is over may go on with a new token: then the call is made once more, and not again after that. */
const send = async (endpoint: Endpoint, sent: Sent, options: CallOptions): Promise<unknown> => {
  const caller = callerOf(options)
  const answer = await exchange(endpoint, sent, options)
  if (isSuccess(answer.statusCode)) return answer.data
  const token = isSessionOver(answer) ? await sessionIsOver(caller.token) : undefined
  if (token === undefined) throw refusalOf(answer.statusCode, answer.data, caller)
  const second = await exchange(endpoint, sent, { ...options, token, actingFor: caller.principalId ?? null })
  if (isSuccess(second.statusCode)) return second.data
  if (isSessionOver(second) && useSession.getState().token === token) useSession.getState().end()
  throw refusalOf(second.statusCode, second.data, { ...caller, token })
}

const isSessionOver = ({ statusCode, data }: { statusCode: number; data: unknown }) =>
  callErrorOf(statusCode, data).code === 'unauthenticated'

const exchange = (endpoint: Endpoint, { params, query, body }: Sent, options: CallOptions) => {
  const [method] = endpoint
  return Taro.request<unknown>({
    // WeChat has no PATCH; the contracts do not use it.
    method: method === 'PATCH' ? 'PUT' : method,
    url: addressOf(endpoint, { params, query }),
    ...(body === undefined ? {} : { data: body }),
    header: { ...callHeaders(options), ...(body === undefined ? {} : { 'Content-Type': mediaTypeOf(body) }) },
    timeout: options.timeoutMs ?? TIMEOUT_MS,
  }).catch(() => {
    throw new CallError('network_unreachable', 0)
  })
}

/** Bytes that the phone has read come from another realm than our code, where `instanceof` says no. */
const mediaTypeOf = (body: unknown) =>
  Object.prototype.toString.call(body) === '[object ArrayBuffer]' ? 'application/octet-stream' : 'application/json'

interface Caller {
  token: string | null
  /** For whom the call is; undefined in the caller's own business. */
  principalId: string | undefined
}

/** Who calls, and for whom: whoever the options name, else whoever the phone acts for. */
export const callerOf = ({ actingFor, token }: CallOptions = {}): Caller => {
  const { token: ofPhone, actingFor: ofSession } = useSession.getState()
  return {
    token: token === undefined ? ofPhone : token,
    principalId: (actingFor === undefined ? ofSession?.id : actingFor) ?? undefined,
  }
}

export const isSuccess = (status: number): boolean => status >= 200 && status < 300

/**
 * What an answer without success means. A session that is over ends here, and a right to act that is gone is said on
 * every page, unless another has begun since the call.
 */
export const refusalOf = (status: number, body: unknown, { token, principalId }: Caller): CallError => {
  const error = callErrorOf(status, body)
  const now = useSession.getState()
  if (error.code === 'unauthenticated') void sessionIsOver(token)
  if (error.code === 'proxy_grant_missing' && principalId !== undefined && principalId === now.actingFor?.id)
    now.loseRight()
  return error
}

/** The full address of one call. */
export const addressOf = ([, path]: Endpoint, { params = {}, query = {} }: Address): string =>
  API_BASE + pathWith(path, params) + queryString(query)

const pathWith = (path: string, params: Record<string, unknown>) =>
  path.replace(/:(\w+)/g, (_match, name: string) => encodeURIComponent(String(params[name])))

const queryString = (query: Record<string, unknown>) => {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

/** Who calls, in which language, for whom. */
export const callHeaders = (options: CallOptions = {}): Record<string, string> => {
  const { token, principalId } = callerOf(options)
  const { idempotencyKey, language = useDisplaySettings.getState().language } = options
  return {
    'Accept-Language': language === 'bo' ? 'bo-CN' : 'zh-CN',
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
    ...(principalId ? { 'Acting-For': principalId } : {}),
    ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
  }
}
