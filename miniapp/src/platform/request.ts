import type { CallInput, CallResult, Endpoint, Endpoints } from '@little-bench/shared/kernel/endpoint'
import Taro from '@tarojs/taro'
import { CallError, callErrorOf } from './call-error'
import { useDisplaySettings } from './display-settings'
import { useSession } from './session'

const TIMEOUT_MS = 15_000

export interface CallOptions {
  /** Makes a repeated write safe: the same key and body answer the same result, once. */
  idempotencyKey?: string
}

type CallArguments<C> =
  Record<never, never> extends CallInput<C>
    ? [input?: CallInput<C>, options?: CallOptions]
    : [input: CallInput<C>, options?: CallOptions]

/** One typed function for each operation of a contract; each rejects with CallError and nothing else. */
export type Client<C> = { readonly [K in keyof C]: (...call: CallArguments<C[K]>) => Promise<CallResult<C[K]>> }

/**
 * Usage: `const issueApi = createClient<typeof issueContract>(issueEndpoints)`, with the contract imported as a type, so
 * that no zod reaches the phone.
 */
export const createClient = <
  C extends { [K in keyof E]: unknown },
  E extends Endpoints = Record<keyof C & string, Endpoint>,
>(
  endpoints: E,
): Client<C> => {
  const calls = Object.entries(endpoints).map(([operationId, endpoint]) => [
    operationId,
    (input?: Sent, options?: CallOptions) => send(endpoint, input ?? {}, options ?? {}),
  ])
  // The one place where the shape of an answer is believed; the server parses what it sends in tests.
  return Object.fromEntries(calls) as Client<C>
}

interface Sent {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

const send = async (
  [method, path]: Endpoint,
  { params, query, body }: Sent,
  options: CallOptions,
): Promise<unknown> => {
  const { token } = useSession.getState()
  const answer = await Taro.request<unknown>({
    // WeChat has no PATCH; the contracts do not use it.
    method: method === 'PATCH' ? 'PUT' : method,
    url: API_BASE + pathWith(path, params ?? {}) + queryString(query ?? {}),
    ...(body === undefined ? {} : { data: body }),
    header: headers(options, body !== undefined),
    timeout: TIMEOUT_MS,
  }).catch(() => {
    throw new CallError('network_unreachable', 0)
  })
  if (answer.statusCode >= 200 && answer.statusCode < 300) return answer.data
  const error = callErrorOf(answer.statusCode, answer.data)
  if (error.code === 'unauthenticated' && token === useSession.getState().token) useSession.getState().end()
  throw error
}

const pathWith = (path: string, params: Record<string, unknown>) =>
  path.replace(/:(\w+)/g, (_match, name: string) => encodeURIComponent(String(params[name])))

const queryString = (query: Record<string, unknown>) => {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

const headers = ({ idempotencyKey }: CallOptions, hasBody: boolean): Record<string, string> => {
  const { token, actingFor } = useSession.getState()
  return {
    'Accept-Language': useDisplaySettings.getState().language === 'bo' ? 'bo-CN' : 'zh-CN',
    ...(hasBody ? { 'Content-Type': 'application/json' } : {}),
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
    ...(actingFor ? { 'Acting-For': actingFor.id } : {}),
    ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
  }
}
