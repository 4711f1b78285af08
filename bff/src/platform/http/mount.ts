import { Readable } from 'node:stream'
import type Router from '@koa/router'
import {
  type Endpoints,
  type FileBody,
  type HandlerInput,
  type HandlerResult,
  isBytesBody,
  isFileAnswer,
  isPlainText,
  type OperationContract,
} from '@little-bench/shared/kernel/endpoint'
import { AppError } from '@little-bench/shared/kernel/errors'
import { hasPermission, mayParty } from '@little-bench/shared/people/permissions'
import type { Context } from 'koa'
import type { Write } from '../db/transaction.ts'
import { viewerFor } from './acting-for.ts'
import { BYTES, readBytes } from './bytes-body.ts'
import { parsePart } from './parse.ts'
import type { LimitRate } from './rate-limits.ts'
import { bearerOf, onceOf } from './request.ts'
import type { ActFor, Authenticate, Viewer } from './viewer.ts'

/** What every handler gets beside the parsed request. */
export interface Call<V> {
  viewer: V
  /** The bearer token of this call; only what is about the session itself needs it. */
  token: string | undefined
  /** What the caller's program says of itself; only signing in needs it. */
  userAgent: string
  language: Viewer['language']
  /** On what terms the write is made; every use case hands it to its transaction. */
  write: Write
}

type ViewerOf<C> = C extends { permission: 'anyone' } ? Viewer | null : Viewer
export type Handlers<C> = {
  [K in keyof C]: (input: HandlerInput<C[K]> & Call<ViewerOf<C[K]>>) => Promise<HandlerResult<C[K]>>
}

export interface MountOptions {
  authenticate: Authenticate
  actFor: ActFor
  /** A keyed hash of what was sent, kept to know it again. */
  fingerprint(text: string): string
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

const callerOf = async (ctx: Context, contract: OperationContract, options: MountOptions) => {
  const token = bearerOf(ctx)
  const person = token === undefined ? null : await options.authenticate(token)
  // A token that no longer counts is told so, even where none is needed: the person believes to be signed in.
  if (token !== undefined && person === null) {
    // Guessing tokens is slow as well as hopeless.
    await options.limitRate('read', ctx.ip)
    throw new AppError('unauthenticated')
  }
  if (person === null && contract.permission !== 'anyone') throw new AppError('unauthenticated')
  return { token, person }
}

const operation =
  (name: string, contract: OperationContract, handler: AnyHandler, options: MountOptions) => async (ctx: Context) => {
    const { language } = ctx.state
    const { token, person } = await callerOf(ctx, contract, options)
    const caller = person?.personId ?? ctx.ip
    const { viewer, onBehalf } = await viewerFor(ctx, { name, contract, person, actFor: options.actFor }).catch(
      async (error: unknown) => {
        // Trying whom one might act for is counted like any other call.
        await options.limitRate('read', caller)
        throw error
      },
    )
    await options.limitRate(contract.rateLimit ?? 'read', caller)
    const params = parsePart(contract.params, ctx.params, 'params', language)
    const query = parsePart(contract.query, ctx.query, 'query', language)
    const roles = viewer?.roles.map(({ role }) => role) ?? []
    const body = isBytesBody(contract.body) ? undefined : parsePart(contract.body, jsonOf(ctx), 'body', language)
    const isAllowed = person?.onlyCase ? mayParty(contract.permission) : hasPermission(roles, contract.permission)
    if (!isAllowed) throw new AppError('forbidden')
    const isRepeatable = contract.idempotent && person
    const once = isRepeatable ? onceOf(ctx, name, person.personId, body, options.fingerprint) : null
    const write: Write = { once, onBehalf }
    // Bytes are read for whoever may send them, and last.
    const sent = isBytesBody(contract.body) ? await readBytes(ctx, contract.body) : body
    const userAgent = ctx.get('User-Agent')
    const result = await handler({ params, query, body: sent, viewer, token, userAgent, language, write })
    // Written without the right having been held to the end: nobody may ever meet this, so it is no quiet matter.
    if (onBehalf && needsRight(contract) && contract.idempotent && !onBehalf.wasAsked)
      throw new Error(`${name} did not hold the right to act`)
    const [status, answer] = contract.ok
    ctx.status = status
    if (isFileAnswer(answer)) return sendFile(ctx, result as FileBody) // Handlers of file answers return a FileBody.
    if (isPlainText(answer)) {
      ctx.type = 'text/plain'
      ctx.body = result
      return
    }
    ctx.type = 'application/json'
    // Serialized and encoded here and once: given an object or a text, Koa does it for the length, and again to send it.
    ctx.body = Buffer.from(JSON.stringify(options.checkResponses ? answer.parse(result) : result))
  }

const jsonOf = (ctx: Context): unknown => {
  if (ctx.is(BYTES)) throw new AppError('unsupported_media_type')
  return ctx.request.body
}

/** Streams a file to whoever asked; nobody in between keeps it. */
const sendFile = (ctx: Context, file: FileBody): void => {
  ctx.type = file.mediaType
  ctx.attachment(file.fileName, { type: file.keptSeconds === undefined ? 'attachment' : 'inline' })
  const kept = file.keptSeconds === undefined ? 'no-store' : `max-age=${file.keptSeconds}`
  // Compressed on its way, a file that breaks off would look whole: only an uncompressed one is cut with its reader.
  ctx.set('Cache-Control', `private, ${kept}, no-transform`)
  // A stream is given as it is, so that it is closed with the answer even when nobody reads it (HEAD, a caller who left).
  const isStream = file.content instanceof Readable
  ctx.body = isStream ? file.content : Readable.from(file.content, { objectMode: false })
  if (file.length !== undefined) ctx.length = file.length
}

/** What anybody may do needs no right and leaves no line: it is the caller's own doing, whomever it is meant for. */
const needsRight = ({ delegation }: OperationContract): boolean => delegation !== 'nobody' && delegation !== 'anybody'

/** What somebody may do for somebody else goes through a transaction that holds the right: deny by default here too. */
const requireSafeDelegation = (name: string, method: string, contract: OperationContract): void => {
  if (contract.delegation === undefined)
    throw new Error(`operation ${name} does not say who may call it for somebody else`)
  if (needsRight(contract) && method !== 'GET' && !contract.idempotent && !contract.writesNothing) {
    throw new Error(`operation ${name} writes for somebody else and is not idempotent`)
  }
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
      requireSafeDelegation(name, method, operationContract)
      if (typeof handler !== 'function') throw new Error(`operation ${name} has no handler`)
      router.register(path, [method], operation(name, operationContract, handler as AnyHandler, options))
    }
  }
}
