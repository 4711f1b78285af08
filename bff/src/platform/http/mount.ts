import { Readable } from 'node:stream'
import type Router from '@koa/router'
import {
  type Endpoints,
  type FileBody,
  type HandlerInput,
  type HandlerResult,
  isFileAnswer,
  type OperationContract,
} from '@little-bench/shared/kernel/endpoint'
import { AppError } from '@little-bench/shared/kernel/errors'
import { hasPermission } from '@little-bench/shared/people/permissions'
import type { Context } from 'koa'
import type { Once } from '../db/transaction.ts'
import { parsePart } from './parse.ts'
import type { LimitRate } from './rate-limits.ts'
import { bearerOf, onceOf, refuseActingFor } from './request.ts'
import type { Authenticate, Viewer } from './viewer.ts'

/** What every handler gets beside the parsed request. */
export interface Call<V> {
  viewer: V
  /** The bearer token of this call; only signing out needs it. */
  token: string | undefined
  language: Viewer['language']
  once: Once | undefined
}

type ViewerOf<C> = C extends { permission: 'anyone' } ? Viewer | null : Viewer
export type Handlers<C> = {
  [K in keyof C]: (input: HandlerInput<C[K]> & Call<ViewerOf<C[K]>>) => Promise<HandlerResult<C[K]>>
}

export interface MountOptions {
  authenticate: Authenticate
  limitRate: LimitRate
  /** Parse answers too: in development and tests, where a wrong answer should fail loudly. */
  checkResponses: boolean
}

/** Mounts one feature's operations on the router. */
export type Mount = <const C extends Record<string, OperationContract>>(
  endpoints: Endpoints,
  contract: C,
  handlers: NoInfer<Handlers<C>>,
) => void

type AnyHandler = (input: object) => Promise<unknown>

const viewerOf = async (ctx: Context, contract: OperationContract, options: MountOptions) => {
  const token = bearerOf(ctx)
  const person = token === undefined ? null : await options.authenticate(token)
  // A token that no longer counts is told so, even where none is needed: the person believes to be signed in.
  if (token !== undefined && person === null) {
    // Guessing tokens is slow as well as hopeless.
    await options.limitRate('read', ctx.ip)
    throw new AppError('unauthenticated')
  }
  if (person === null && contract.permission !== 'anyone') throw new AppError('unauthenticated')
  return { token, viewer: person && { ...person, language: ctx.state.language } }
}

const operation =
  (name: string, contract: OperationContract, handler: AnyHandler, options: MountOptions) => async (ctx: Context) => {
    const { language } = ctx.state
    const { token, viewer } = await viewerOf(ctx, contract, options)
    refuseActingFor(ctx)
    await options.limitRate(contract.rateLimit ?? 'read', viewer?.personId ?? ctx.ip)
    const params = parsePart(contract.params, ctx.params, 'params', language)
    const query = parsePart(contract.query, ctx.query, 'query', language)
    const body = parsePart(contract.body, ctx.request.body, 'body', language)
    const roles = viewer?.roles.map(({ role }) => role) ?? []
    if (!hasPermission(roles, contract.permission)) throw new AppError('forbidden')
    const once = contract.idempotent && viewer ? onceOf(ctx, name, viewer.personId, body) : undefined
    const result = await handler({ params, query, body, viewer, token, language, once })
    const [status, answer] = contract.ok
    ctx.status = status
    if (isFileAnswer(answer)) return sendFile(ctx, result as FileBody) // Handlers of file answers return a FileBody.
    ctx.type = 'application/json'
    // Serialized here and once: given an object, Koa does it for the length that the compression asks for, and again.
    ctx.body = JSON.stringify(options.checkResponses ? answer.parse(result) : result)
  }

/** Streams a file to whoever asked; nobody in between keeps it. */
const sendFile = (ctx: Context, file: FileBody): void => {
  ctx.type = file.mediaType
  ctx.attachment(file.fileName)
  // Compressed on its way, a file that breaks off would look whole: only an uncompressed one is cut with its reader.
  ctx.set('Cache-Control', 'private, no-store, no-transform')
  ctx.body = Readable.from(file.content, { objectMode: false })
}

/**
 * Binds contracts to handlers and fixes the order for all: authenticate → acting-for → rate limit → parse → permission →
 * handler. It refuses to start when an operation has no permission or no handler: deny by default.
 */
export const createMount = (router: Router, options: MountOptions): Mount => {
  return (endpoints, contract, handlers) => {
    const byName: Record<string, unknown> = handlers
    for (const [name, [method, path]] of Object.entries(endpoints)) {
      const operationContract = contract[name]
      const handler = byName[name]
      if (!operationContract?.permission) throw new Error(`operation ${name} names no permission`)
      if (typeof handler !== 'function') throw new Error(`operation ${name} has no handler`)
      router.register(path, [method], operation(name, operationContract, handler as AnyHandler, options))
    }
  }
}
