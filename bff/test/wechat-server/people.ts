import { randomBytes } from 'node:crypto'
import type { Account } from './access-tokens.ts'
import { type Answer, type Call, OK, refusal, textOf } from './answer.ts'

const CODE_LIFE_MS = 5 * 60_000
/** The safety checks want an author who was here lately. */
const VISIT_MS = 2 * 3_600_000

interface SignInCode {
  openId: string
  endsAt: number
  isUsed: boolean
}
interface PhoneCode extends SignInCode {
  countryCode: string
  phone: string
}

export interface WechatPeople {
  newCode(openId: string): string
  newPhoneCode(openId: string, phone: string, countryCode?: string): string
  /** WeChat does not let this account sign in anywhere. */
  block(openId: string): void
  visit(openId: string): void
  hasVisited(openId: string): boolean
  /** Every open id that anybody has signed in with. */
  knows(openId: string): boolean
  /** `sns/jscode2session`. */
  signIn(call: Call): Answer
  /** `wxa/business/getuserphonenumber`. */
  phoneNumber(call: Call): Answer
}

/** Who has WeChat accounts: codes that work once and five minutes, and when somebody was last here. */
export const createWechatPeople = (account: Account, now: () => number): WechatPeople => {
  const codes = new Map<string, SignInCode>()
  const phoneCodes = new Map<string, PhoneCode>()
  const visits = new Map<string, number>()
  const known = new Set<string>()
  const blocked = new Set<string>()
  const newText = () => randomBytes(24).toString('base64url')
  const freshCode = (openId: string): SignInCode => {
    known.add(openId)
    return { openId, endsAt: now() + CODE_LIFE_MS, isUsed: false }
  }

  return {
    newCode(openId) {
      const text = newText()
      codes.set(text, freshCode(openId))
      return text
    },
    newPhoneCode(openId, phone, countryCode = '86') {
      const text = newText()
      phoneCodes.set(text, { ...freshCode(openId), phone, countryCode })
      return text
    },
    block: (openId) => void blocked.add(openId),
    visit(openId) {
      known.add(openId)
      visits.set(openId, now())
    },
    hasVisited: (openId) => now() - (visits.get(openId) ?? Number.NEGATIVE_INFINITY) <= VISIT_MS,
    knows: (openId) => known.has(openId),

    signIn({ query }) {
      if (!query.get('appid')) return refusal(41002, 'appid missing')
      if (query.get('appid') !== account.appId) return refusal(40013, 'invalid appid')
      if (query.get('secret') !== account.secret) return refusal(40125, 'invalid appsecret')
      const code = codes.get(query.get('js_code') ?? '')
      if (!code || code.endsAt < now()) return refusal(40029, 'invalid code')
      if (code.isUsed) return refusal(40163, 'code been used')
      code.isUsed = true
      if (blocked.has(code.openId)) return refusal(40226, 'code blocked')
      visits.set(code.openId, now())
      return { openid: code.openId, session_key: randomBytes(16).toString('base64') }
    },

    phoneNumber(call) {
      const code = phoneCodes.get(textOf(call, 'code'))
      const openId = textOf(call, 'openid')
      if (!code || code.isUsed || code.endsAt < now()) return refusal(40029, 'invalid code')
      if (openId !== '' && openId !== code.openId) return refusal(40029, 'invalid code, code and openid do not match')
      code.isUsed = true
      const isForeign = code.countryCode !== '86'
      return {
        ...OK,
        phone_info: {
          phoneNumber: isForeign ? `+${code.countryCode} ${code.phone}` : code.phone,
          purePhoneNumber: code.phone,
          countryCode: code.countryCode,
          watermark: { timestamp: Math.floor(now() / 1000), appid: account.appId },
        },
      }
    },
  }
}
