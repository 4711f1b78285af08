// zod is imported as a type only: importing this file adds nothing to the mini-program.
import type { z } from 'zod'
import type { Permission } from '../people/permissions.ts'
import type { Delegation } from '../people/powers.ts'
import type { ErrorCode } from './errors.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Endpoint = readonly [method: Method, path: `/${string}`]
/** Operation id → method and path. The operation id is the name in the OpenAPI document. */
export type Endpoints = Record<string, Endpoint>

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

/** Which budget of requests a call draws from; the numbers live with the server. */
export type RateLimit = 'read' | 'write' | 'sign_in' | 'code' | 'none'

/** An answer that is a file and not JSON: the media types that it may have. */
export interface FileAnswer {
  mediaTypes: readonly string[]
}
export const fileAnswer = (...mediaTypes: string[]): FileAnswer => ({ mediaTypes })
export const isFileAnswer = (answer: z.ZodType | FileAnswer | PlainText): answer is FileAnswer => 'mediaTypes' in answer

/** An answer that is a few words and not JSON: what another server expects to the letter. */
export interface PlainText {
  isPlainText: true
}
export const plainText: PlainText = { isPlainText: true }
export const isPlainText = (answer: z.ZodType | FileAnswer | PlainText): answer is PlainText => 'isPlainText' in answer

/** What a handler of a file operation returns: written to the caller as it comes. */
export interface FileBody {
  mediaType: string
  /** Suggested to the reader, for example `ledger-raosai-2026-11.xlsx`. */
  fileName: string
  content: AsyncIterable<Uint8Array | string>
  /** In bytes, when it is known before. */
  length?: number
  /** Shown in its place, and kept by the caller's own device for so many seconds; left out, it is saved and never kept. */
  keptSeconds?: number
}

/** A request that is bytes and not JSON (`application/octet-stream`), so many of them at most. */
export interface BytesBody {
  maxBytes: number
}
export const bytesBody = (maxBytes: number): BytesBody => ({ maxBytes })
export const isBytesBody = (body: z.ZodType | BytesBody | undefined): body is BytesBody =>
  body !== undefined && 'maxBytes' in body

/** All that both sides must agree on for one operation. */
export interface OperationContract<Path extends string = string> {
  /** One sentence for the OpenAPI document. */
  summary: string
  /** Who may call at all; `anyone` needs no session. Which item they may see is the feature's policy. */
  permission: Permission
  /** Who may call it for somebody else with `Acting-For`; without a word nobody may. */
  delegation: Delegation
  /** Keys are exactly the `:names` of the path: a mismatch is a compile error. */
  params?: string extends Path
    ? z.ZodObject
    : [ParamNames<Path>] extends [never]
      ? never
      : z.ZodObject<Record<ParamNames<Path>, z.ZodType>>
  query?: z.ZodObject
  body?: z.ZodType | BytesBody
  ok: readonly [status: 200 | 201, schema: z.ZodType | FileAnswer | PlainText]
  /** Codes of this operation beyond those that every operation may answer (COMMON_ERRORS). */
  errors: readonly ErrorCode[]
  /** Accepts `Idempotency-Key`: the same key and body answer the same result, once. */
  idempotent?: true
  /** It is sent like a write, for what it needs to know, and writes nothing: a price, a preview. */
  writesNothing?: true
  rateLimit?: RateLimit
}

export const endpoints = <const E extends Endpoints>(table: E): E => table

/** Ties a contract to its endpoints: every operation has one, and each path parameter has a schema. */
export const contract = <E extends Endpoints, const C extends { [K in keyof E]: OperationContract<E[K][1]> }>(
  _endpoints: E,
  table: C,
): C => table

type InputOf<T> = T extends z.ZodType ? z.input<T> : T extends BytesBody ? ArrayBuffer : never
type OutputOf<T> = T extends z.ZodType ? z.output<T> : T extends BytesBody ? Uint8Array : never
type Sent<C, K extends PropertyKey> = K extends keyof C
  ? NonNullable<C[K]> extends z.ZodType | BytesBody
    ? Partial<InputOf<NonNullable<C[K]>>> extends InputOf<NonNullable<C[K]>>
      ? { [P in K]?: InputOf<NonNullable<C[K]>> }
      : { [P in K]: InputOf<NonNullable<C[K]>> }
    : unknown
  : unknown
type Received<C, K extends PropertyKey> = K extends keyof C
  ? NonNullable<C[K]> extends z.ZodType | BytesBody
    ? { [P in K]: OutputOf<NonNullable<C[K]>> }
    : unknown
  : unknown
type Flat<T> = { [K in keyof T]: T[K] }

/** What a caller sends, before parsing. */
export type CallInput<C> = Flat<Sent<C, 'params'> & Sent<C, 'query'> & Sent<C, 'body'>>
/** What a handler receives, after parsing. */
export type HandlerInput<C> = Flat<Received<C, 'params'> & Received<C, 'query'> & Received<C, 'body'>>
type OkSchema<C> = C extends { ok: readonly [unknown, infer S] } ? S : never
/** What a handler returns: the input side of the answer's schema. */
export type HandlerResult<C> =
  OkSchema<C> extends FileAnswer ? FileBody : OkSchema<C> extends PlainText ? string : InputOf<OkSchema<C>>
/** What a caller gets. */
export type CallResult<C> = OutputOf<OkSchema<C>>
