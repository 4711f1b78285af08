import { callable } from './realm'
import { elementsOf } from './screen'
import { isRecord } from './values'
import { asAsync } from './wx-api'
import type { Rendered } from './wxml'

/** How long after a no whatever asks again is refused without a question. */
const COOL_DOWN_MS = 10_000
const AGREE = 'agreePrivacyAuthorization'

/** What WeChat lists as private; nothing else waits for the guide. */
const PRIVATE = ['chooseMedia', 'authorize', 'getLocation', 'addPhoneCalendar', 'setClipboardData', 'scanCode']

interface PrivacySettings {
  adopt: (value: unknown) => unknown
  /** The page that is open now. */
  screen: () => Rendered
  now?: () => number
}

/**
 * The privacy guide: until the person has agreed, each private interface stays pending while the app asks, and only a tap
 * on the button whose id the app names counts as yes. `state.isAgreed` is what the person said on an earlier day.
 */
export const createPrivacy = ({ adopt, screen, now = Date.now }: PrivacySettings) => {
  const state = { isAgreed: true, tappedId: '', refusedAt: Number.NEGATIVE_INFINITY, isGuideOpen: false }
  /** What the app told WeChat: `chooseMedia exposureAuthorization`. */
  const told: string[] = []
  const registered: unknown[] = []

  const fail = (name: string, why: string, errno: number) => ({ errMsg: `${name}:fail ${why}`, errno })

  /** The call goes on when the answer is yes, and fails as WeChat lets it fail when it is no. */
  const guarded = (name: string, call: (options: unknown) => unknown) => (given: unknown) => {
    if (state.isAgreed) return call(given)
    return pending(given, name, call)
  }

  const pending = (given: unknown, name: string, call: (options: unknown) => unknown): unknown => {
    const options = isRecord(given) ? given : {}
    if (!['success', 'fail', 'complete'].some((listener) => listener in options))
      return new Promise((success, refuse) => void pending({ ...options, success, fail: refuse }, name, call))
    const refuse = (why: string, errno: number) => {
      const failure = adopt(fail(name, why, errno))
      for (const listener of [options.fail, options.complete])
        if (typeof listener === 'function') callable(listener)(failure)
    }
    setTimeout(() => {
      if (now() - state.refusedAt < COOL_DOWN_MS) return refuse('privacy permission is not authorized', 104)
      ask(name, (isYes) => (isYes ? call(options) : refuse('privacy permission is not authorized', 103)))
    }, 0)
    return undefined
  }

  const ask = (name: string, answer: (isYes: boolean) => void) => {
    // Only the last registration counts.
    const listener = registered.at(-1)
    if (listener === undefined) throw new Error(`${name} is private and the app asks nothing`)
    const resolve = (resolution: unknown) => {
      const { event, buttonId } = isRecord(resolution) ? resolution : {}
      told.push(`${name} ${String(event)}`)
      if (event === 'exposureAuthorization') return
      const isYes = event === 'agree' && buttonId === state.tappedId && state.tappedId !== ''
      if (isYes) state.isAgreed = true
      else state.refusedAt = now()
      answer(isYes)
    }
    callable(listener)(resolve, adopt({ referrer: name }))
  }

  const api = {
    onNeedPrivacyAuthorization: (listener: unknown) => void registered.push(listener),
    getPrivacySetting: asAsync('getPrivacySetting', () => ({
      needAuthorization: !state.isAgreed,
      privacyContractName: '《小板凳隐私保护指引》',
    })),
    openPrivacyContract: asAsync('openPrivacyContract', () => {
      state.isGuideOpen = true
    }),
  }

  /** Replaces what is private by the same behind the question. */
  const guard = (wx: Record<PropertyKey, unknown>) => {
    for (const name of PRIVATE) {
      const open = wx[name]
      if (typeof open === 'function') wx[name] = guarded(name, callable(open))
    }
  }

  /** A tap on WeChat's own button is told to the button alone; gives the event that it makes, if it makes one. */
  const tapped = ({ attributes }: Rendered): string | undefined => {
    if (!isAgreeButton(attributes)) return undefined
    state.tappedId = String(attributes['id'])
    return AGREE.toLowerCase()
  }

  /** Ids of the agree buttons that are on the page. */
  const agreeButtons = (): string[] =>
    elementsOf(screen())
      .filter(({ attributes }) => isAgreeButton(attributes))
      .map(({ attributes }) => String(attributes['id']))

  return { api, guard, tapped, agreeButtons, state, told, registrations: () => registered.length }
}

const isAgreeButton = (attributes: Rendered['attributes']) => String(attributes['openType']).includes(AGREE)
