import { callable } from './realm'
import { isRecord } from './values'
import { asAsync } from './wx-api'

/** WeChat opens its panel for so many templates at once. */
const MAX_TEMPLATES = 5

/** Whoever holds the phone, as WeChat knows them. */
export interface WechatOwner {
  /** Good once for the mini-program's server to learn who it is; undefined: WeChat cannot be reached. */
  newCode: () => string | undefined
  /** The same for their number; undefined: they do not give it. */
  newPhoneCode: () => string | undefined
  /** What they answer to WeChat's panel about a template. */
  answerTo: (templateId: string) => 'accept' | 'reject'
}

const STRANGER: WechatOwner = {
  newCode: () => undefined,
  newPhoneCode: () => undefined,
  answerTo: () => 'reject',
}

/** The parts of `wx` that know who holds the phone. Its panel opens within a tap alone. */
export const createWechatPeople = (adopt: (value: unknown) => unknown, owner: WechatOwner = STRANGER) => {
  let isInTap = false
  /** The templates of each panel that was opened, in order. */
  const panels: string[][] = []
  /** Codes that were asked for. */
  let logins = 0

  const answerPanel = asAsync('requestSubscribeMessage', ({ tmplIds }) => {
    const ids = Array.isArray(tmplIds) ? tmplIds.map(String) : []
    panels.push(ids)
    return adoptRecord(Object.fromEntries(ids.map((id) => [id, owner.answerTo(id)])))
  })
  const adoptRecord = (value: object) => {
    const adopted = adopt(value)
    return isRecord(adopted) ? adopted : {}
  }
  const requestSubscribeMessage = (given: unknown): unknown => {
    const ids = isRecord(given) && Array.isArray(given.tmplIds) ? given.tmplIds : []
    if (!isInTap) return refuse(given, 10_005, 'can only be invoked by user TAP gesture.')
    if (ids.length === 0) return refuse(given, 10_001, 'TmplIds can not be empty')
    if (ids.length > MAX_TEMPLATES) return refuse(given, 20_003, 'Templates count out of max bounds')
    return answerPanel(given)
  }

  const api = {
    login: asAsync('login', () => {
      logins += 1
      const code = owner.newCode()
      if (code === undefined) throw new Error('request:fail')
      return { code }
    }),
    requestSubscribeMessage,
  }
  return {
    api,
    panels,
    logins: () => logins,
    /** What happens now happens because somebody taps. */
    inTap: (act: () => number): number => {
      isInTap = true
      try {
        return act()
      } finally {
        isInTap = false
      }
    },
    /** What WeChat's own button for the number tells the page. */
    phoneNumber: () => {
      const code = owner.newPhoneCode()
      return code === undefined ? { errMsg: 'getPhoneNumber:fail user deny' } : { errMsg: 'getPhoneNumber:ok', code }
    },
  }
}

const refuse = (given: unknown, errCode: number, words: string): unknown => {
  const failure = { errMsg: `requestSubscribeMessage:fail ${words}`, errCode }
  const listener = isRecord(given) ? given.fail : undefined
  if (typeof listener !== 'function') return Promise.reject(failure)
  setTimeout(() => callable(listener)(failure), 0)
  return undefined
}
