import { randomBytes } from 'node:crypto'
import { type Answer, type Call, OK, refusal, textOf } from './answer.ts'

export type Suggestion = 'pass' | 'review' | 'risky'

/** What becomes of a picture: its result, or the download that failed, after so long and so many times. */
export interface MediaResult {
  suggest?: Suggestion
  label?: number
  /** The address could not be fetched: errcode -1008. */
  isDownloadFailed?: boolean
  delayMs?: number
  copies?: number
}

export interface ContentOptions {
  appId: string
  knows(openId: string): boolean
  hasVisited(openId: string): boolean
  onMedia(event: Readonly<Record<string, unknown>>, result: MediaResult): void
  now(): number
}

export interface Content {
  /** Words that make a text risky or worth a look, beside `__RISKY__` and `__REVIEW__`. */
  useWords(words: { risky?: readonly string[]; review?: readonly string[] }): void
  /** What the next picture turns out to be; those after it pass again. */
  nextMedia(result: MediaResult): void
  /** What every picture is, unless `nextMedia` says otherwise. */
  everyMedia(result: MediaResult): void
  /** The addresses that were to be looked at. */
  mediaAsked(): readonly { traceId: string; url: string; openId: string }[]
  checkText(call: Call): Answer
  checkMedia(call: Call): Answer
}

const MAX_TEXT = 2_500
const SCENES = [1, 2, 3, 4]
const LABELS: Record<Suggestion, number> = { pass: 100, review: 20012, risky: 20006 }
const newTrace = () => `60ae120f-${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}`

/** The two safety checks: words at once, pictures and sound by an event that comes later. */
export const createContent = ({ appId, knows, hasVisited, onMedia, now }: ContentOptions): Content => {
  let risky = ['__RISKY__']
  let review = ['__REVIEW__']
  let usual: MediaResult = {}
  const next: MediaResult[] = []
  const asked: { traceId: string; url: string; openId: string }[] = []

  const problemOf = (call: Call): Answer | undefined => {
    if (call.body?.['version'] !== 2) return refusal(40129, 'only version 2 is kept up')
    if (!SCENES.includes(Number(call.body['scene']))) return refusal(40129, 'invalid scene')
    if (!knows(textOf(call, 'openid'))) return refusal(40003, 'invalid openid')
    if (!hasVisited(textOf(call, 'openid'))) {
      return refusal(61010, 'code is expired, the user has not visited the mini-program within two hours')
    }
    return undefined
  }

  return {
    useWords(words) {
      risky = ['__RISKY__', ...(words.risky ?? [])]
      review = ['__REVIEW__', ...(words.review ?? [])]
    },
    nextMedia: (result) => void next.push(result),
    everyMedia(result) {
      usual = result
    },
    mediaAsked: () => asked,

    checkText(call) {
      const problem = problemOf(call)
      if (problem) return problem
      const text = textOf(call, 'content')
      if (text === '') return refusal(44002, 'empty content')
      if (Array.from(text).length > MAX_TEXT) return refusal(47001, 'data format error, content is too long')
      const all = `${textOf(call, 'title')}\n${text}`
      const has = (words: readonly string[]) => words.find((word) => all.includes(word))
      const suggest: Suggestion = has(risky) ? 'risky' : has(review) ? 'review' : 'pass'
      const label = LABELS[suggest]
      const keyword = has(risky) ?? has(review)
      return {
        ...OK,
        trace_id: newTrace(),
        result: { suggest, label },
        detail: [
          { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 },
          keyword === undefined
            ? { strategy: 'keyword', errcode: 0, suggest: 'pass', label: 100 }
            : { strategy: 'keyword', errcode: 0, suggest, label, level: 90, keyword },
        ],
      }
    },

    checkMedia(call) {
      const problem = problemOf(call)
      if (problem) return problem
      if (![1, 2].includes(Number(call.body?.['media_type']))) return refusal(40004, 'invalid media type')
      const [traceId, url] = [newTrace(), textOf(call, 'media_url')]
      if (!URL.canParse(url)) return refusal(47001, 'data format error, media_url is no address')
      asked.push({ traceId, url, openId: textOf(call, 'openid') })
      const result = next.shift() ?? usual
      onMedia(mediaEvent({ appId, traceId, result, at: now() }), result)
      return { ...OK, trace_id: traceId }
    },
  }
}

/** The documented `wxa_media_check`, which names WeChat's own account and never the person. */
const mediaEvent = (told: { appId: string; traceId: string; result: MediaResult; at: number }) => {
  const { suggest = 'pass', isDownloadFailed = false } = told.result
  const label = told.result.label ?? LABELS[suggest]
  const head = {
    ToUserName: 'gh_9df7d78a1234',
    FromUserName: 'o4_t144jTUSEoxydysUA2E234_tc',
    CreateTime: Math.floor(told.at / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: told.appId,
    trace_id: told.traceId,
    version: 2,
  }
  if (isDownloadFailed) return { ...head, errcode: -1008, errmsg: 'download failed' }
  const detail = [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }]
  return { ...head, detail, errcode: 0, errmsg: 'ok', result: { suggest, label } }
}
