import { isDeepStrictEqual } from 'node:util'
import { apiContract, apiEndpoints } from '@little-bench/shared/api'
import {
  type CallInput,
  type CallResult,
  isFileAnswer,
  isPlainText,
  type OperationContract,
} from '@little-bench/shared/kernel/endpoint'

export type Api = typeof apiContract
export type OperationName = keyof Api
type Headers = Record<string, string>
type Rest<Input> = Partial<Input> extends Input ? [input?: Input, headers?: Headers] : [input: Input, headers?: Headers]

/** What came over the wire, whatever it was. */
export interface Answer {
  status: number
  headers: globalThis.Headers
  text: string
  /** The parsed JSON; undefined when the answer was none. */
  body: unknown
  /** The error code; undefined when it was no error. */
  code: string | undefined
  /** The error's sentence and fields, empty when it was no error. */
  message: string
  fields: { field: string; message: string }[]
}

export interface Client {
  personId: string
  token: string | undefined
  /** Calls an operation and checks the answer against its contract, which allows no field beyond it; throws on an error. */
  call<Name extends OperationName>(name: Name, ...rest: Rest<CallInput<Api[Name]>>): Promise<CallResult<Api[Name]>>
  /** Calls an operation with anything at all, and answers whatever came. */
  attempt(name: OperationName, input?: Loose, headers?: Headers): Promise<Answer>
}

/** Parts of a call that no type vouches for. A string body is sent as it is, and so are bytes. */
export interface Loose {
  params?: Record<string, string>
  query?: Record<string, string | number>
  body?: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const fieldsOf = (value: unknown): Answer['fields'] =>
  Array.isArray(value)
    ? value.filter(isObject).map(({ field, message }) => ({ field: String(field), message: String(message) }))
    : []

export const answerOf = async (response: Response): Promise<Answer> => {
  const text = await response.text()
  const body = parsed(text)
  const error = isObject(body) && isObject(body['error']) ? body['error'] : {}
  return {
    status: response.status,
    headers: response.headers,
    text,
    body,
    code: typeof error['code'] === 'string' ? error['code'] : undefined,
    message: typeof error['message'] === 'string' ? error['message'] : '',
    fields: fieldsOf(error['fields']),
  }
}

export const addressOf = (name: OperationName, { params = {}, query = {} }: Loose): string => {
  const path = apiEndpoints[name][1].replace(/:(\w+)/g, (_whole, key: string) => encodeURIComponent(params[key] ?? ''))
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) search.append(key, String(value))
  return search.size === 0 ? path : `${path}?${search.toString()}`
}

/** A caller of the server at `url`, with a session or without. */
export const createClient = (url: string, token: string | undefined, personId: string): Client => {
  const attempt: Client['attempt'] = async (name, input = {}, headers = {}) => {
    const { body } = input
    const isBytes = body instanceof Uint8Array || body instanceof ArrayBuffer
    const response = await fetch(url + addressOf(name, input), {
      method: apiEndpoints[name][0],
      headers: {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': isBytes ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isBytes || typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return answerOf(response)
  }
  return {
    token,
    personId,
    attempt,
    async call(name, ...[input, headers]) {
      const answer = await attempt(name, input ?? {}, headers)
      const contract: OperationContract = apiContract[name]
      const [status, schema] = contract.ok
      if (isFileAnswer(schema) || isPlainText(schema)) throw new Error(`${name} answers no JSON: attempt it`)
      if (answer.status !== status) throw new Error(`${name} answered ${answer.status}: ${answer.text}`)
      const result = schema.parse(answer.body)
      if (!isDeepStrictEqual(result, answer.body))
        throw new Error(`${name} says more than its contract: ${answer.text}`)
      // The schema just parsed is the one that the result's type is derived from.
      return result as CallResult<Api[typeof name]>
    },
  }
}
