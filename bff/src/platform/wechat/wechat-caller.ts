import { setTimeout as pause } from 'node:timers/promises'
import {
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  handleType,
  isBrokenCircuitError,
} from 'cockatiel'
import { z } from 'zod'
import type { Log } from '../log/log.ts'
import { WechatError } from './wechat.ts'
import { CALL_NAMES, CALLS, type CallName, type WechatMetrics } from './wechat-metrics.ts'
import { problemOf } from './wechat-problems.ts'
import { createSender, type HttpAnswer, NoAnswer } from './wechat-request.ts'

/** So many requests without an answer, one after the other, and this kind of call rests. */
const FAILURES_TO_OPEN = 6
const REST_MS = 10_000
/** What WeChat is too busy for is asked for again after so long. */
const BUSY_PAUSES_MS = [150, 600]
const BUSY = -1

export interface Question {
  query?: Readonly<Record<string, string>>
  body?: Readonly<Record<string, unknown>>
  /** The end of all patience, repeats included. */
  signal: AbortSignal
}

/** Makes one call. Throws NoAnswer, or WechatError with WeChat's number. */
export type Ask = (call: CallName, question: Question) => Promise<HttpAnswer>

export interface CallerOptions {
  apiUrl: string
  log: Log
  metrics: WechatMetrics
}

const Errors = z.object({ errcode: z.int().default(0), errmsg: z.string().default('') })

/** The one way to WeChat: counted, with an end to patience, and at rest while nothing answers. */
export const createAsk = ({ apiUrl, log, metrics }: CallerOptions): Ask => {
  const send = createSender()
  const breakers = new Map<CallName, CircuitBreakerPolicy>(
    CALL_NAMES.map((call) => [call, breakerOf(call, { log, metrics })]),
  )

  const once = async (call: CallName, { query, body, signal }: Question): Promise<HttpAnswer> => {
    const [method, path] = CALLS[call]
    const url = new URL(`${apiUrl}${path}`)
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value)
    // Read inside, so that a page of somebody in between counts as no answer there too.
    const work = async () => {
      const answer = await send({ url, method, signal, body: body && JSON.stringify(body) })
      return { answer, errorCode: errorCodeOf(answer) }
    }
    const { answer, errorCode } = await (breakers.get(call)?.execute(work) ?? work())
    if (errorCode === 0) return answer
    const problem = problemOf(errorCode)
    // The message may repeat what was sent; only the name of a wrong field is kept of it.
    if (problem === 'configuration')
      log.error({ call, errorCode, field: wrongFieldOf(answer) }, 'WeChat refuses a call')
    throw new WechatError(problem, errorCode)
  }

  const counted: Ask = async (call, question) => {
    const start = performance.now()
    const count = (result: string) => metrics.count(call, result, (performance.now() - start) / 1000)
    try {
      const answer = await once(call, question)
      count('ok')
      return answer
    } catch (error) {
      if (isBrokenCircuitError(error)) {
        count('circuit_open')
        throw new NoAnswer('circuit open', false)
      }
      if (error instanceof NoAnswer) count(error.wasSent ? 'no_answer' : 'not_reached')
      if (error instanceof WechatError) count(error.problem)
      if (error instanceof NoAnswer) log.warn({ call, reason: error.message }, 'WeChat does not answer')
      throw error
    }
  }

  return async (call, question) => {
    for (const wait of BUSY_PAUSES_MS) {
      try {
        return await counted(call, question)
      } catch (error) {
        if (!isBusy(error) || !(await waited(wait, question.signal))) throw error
      }
    }
    return counted(call, question)
  }
}

const breakerOf = (call: CallName, { log, metrics }: Omit<CallerOptions, 'apiUrl'>): CircuitBreakerPolicy => {
  const breaker = circuitBreaker(handleType(NoAnswer), {
    halfOpenAfter: REST_MS,
    breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN),
  })
  breaker.onBreak(() => {
    metrics.setOpen(call, true)
    log.error({ call }, 'WeChat is not asked for a while')
  })
  breaker.onReset(() => metrics.setOpen(call, false))
  return breaker
}

const isBusy = (error: unknown): boolean => error instanceof WechatError && error.errorCode === BUSY

/** False when patience ended first. */
const waited = async (milliseconds: number, signal: AbortSignal): Promise<boolean> => {
  try {
    await pause(milliseconds, undefined, { signal })
    return true
  } catch {
    return false
  }
}

/** Zero is success, and so is none at all. Anything but JSON or a picture comes from somewhere in between. */
const errorCodeOf = (answer: HttpAnswer): number => {
  if (answer.mediaType.startsWith('image/')) return 0
  return errorsOf(answer).errcode
}

const errorsOf = (answer: HttpAnswer): z.infer<typeof Errors> => {
  const parsed = Errors.safeParse(jsonOf(answer))
  if (!parsed.success) throw new NoAnswer('unreadable answer', true)
  return parsed.data
}

const wrongFieldOf = (answer: HttpAnswer): string | undefined =>
  /data\.[a-z_]{1,20}\d{1,3}/.exec(errorsOf(answer).errmsg)?.[0]

export const jsonOf = ({ body }: HttpAnswer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
