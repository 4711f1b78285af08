import type { Service } from '../communities/duty.ts'
import { inLanguage, type Language, type LocalText } from '../kernel/language.ts'

/**
 * What somebody can let somebody else do for them: each service, and their own facts and household. 调解 is not among them:
 * nobody is a side for somebody else.
 */
export const PROXY_SERVICES = ['issues', 'canteen', 'childcare', 'activities', 'pension', 'profile'] as const
export type ProxyService = (typeof PROXY_SERVICES)[number]

export const isProxyService = (service: Service | ProxyService): service is ProxyService =>
  PROXY_SERVICES.some((one) => one === service)

/** `read` looks, `file` asks for something new, `manage` answers, changes, rates and withdraws what was asked for. */
export const POWERS = ['read', 'file', 'manage'] as const
export type Power = (typeof POWERS)[number]

export const PROXY_SERVICE_TEXT: Record<ProxyService, LocalText> = {
  issues: { zh: '居民说事' },
  canteen: { zh: '社区食堂' },
  childcare: { zh: '托育' },
  activities: { zh: '活动和课堂' },
  pension: { zh: '养老认证' },
  profile: { zh: '资料和家' },
}

/** What each power means in its service. */
export const POWER_TEXT: Record<`${ProxyService}.${Power}`, LocalText> = {
  'issues.read': { zh: '看说过的事办到哪了' },
  'issues.file': { zh: '说一件新的事' },
  'issues.manage': { zh: '回答、催办、评价、撤回' },
  'canteen.read': { zh: '看订的餐' },
  'canteen.file': { zh: '订餐' },
  'canteen.manage': { zh: '取消、候补、改长期订餐' },
  'childcare.read': { zh: '看孩子的资料和托育预约' },
  'childcare.file': { zh: '预约托育' },
  'childcare.manage': { zh: '取消、请假、改孩子的资料' },
  'activities.read': { zh: '看报的名' },
  'activities.file': { zh: '报名' },
  'activities.manage': { zh: '取消报名' },
  'pension.read': { zh: '看认证办了没有、谁来上门' },
  'pension.file': { zh: '约上门' },
  'pension.manage': { zh: '记下办好了、改上门时间' },
  'profile.read': { zh: '看资料和家里人' },
  'profile.file': { zh: '填新的资料' },
  'profile.manage': { zh: '填资料、改资料' },
}

/** What nobody ever does for somebody else, said whenever a grant is given. */
export const DELEGATION_TEXT = {
  never: { zh: '签字、投诉家里人、投诉工作人员，谁也不能代办。' },
} as const satisfies Record<string, LocalText>

/** What each service lets a proxy do; signing for somebody, or complaining about people, is never among it. */
export const POWERS_OF_SERVICE: Record<ProxyService, readonly Power[]> = {
  issues: ['read', 'file', 'manage'],
  canteen: ['read', 'file', 'manage'],
  childcare: ['read', 'file', 'manage'],
  activities: ['read', 'file', 'manage'],
  pension: ['read', 'file', 'manage'],
  profile: ['read', 'manage'],
}

/** One service of a grant with what may be done in it. */
export interface ProxyScope {
  service: ProxyService
  powers: readonly Power[]
}

/** What a grant allows, one line a service: 「居民说事：看说过的事办到哪了、说一件新的事」. */
export const scopeLines = (scopes: readonly ProxyScope[], language: Language): string[] =>
  scopes.map(({ service, powers }) => {
    const words = powers.map((power) => inLanguage(POWER_TEXT[`${service}.${power}`], language))
    return `${inLanguage(PROXY_SERVICE_TEXT[service], language)}：${words.join('、')}`
  })

/** The first power that its service does not offer; undefined when all are offered. */
export const findForeignPower = (scopes: readonly ProxyScope[]): ProxyScope | undefined =>
  scopes.find(({ service, powers }) => powers.some((power) => !POWERS_OF_SERVICE[service].includes(power)))

/** Whoever may do something may also see it; a service that is named twice is one. */
export const normalScopes = (scopes: readonly ProxyScope[]): ProxyScope[] =>
  PROXY_SERVICES.flatMap((service) => {
    const named = scopes.filter((scope) => scope.service === service).flatMap(({ powers }) => powers)
    if (named.length === 0) return []
    return [{ service, powers: POWERS.filter((power) => power === 'read' || named.includes(power)) }]
  })

/** Of a service that nobody does for somebody else, nobody has a power. */
export const hasPower = (scopes: readonly ProxyScope[], service: Service | ProxyService, power: Power): boolean =>
  scopes.some((scope) => scope.service === service && scope.powers.includes(power))

/**
 * Who may call an operation with `Acting-For`:
 * `nobody`: it is done in person; `counter`: staff in an assist session, beside the person; `anybody`: whoever acts for
 * the person at all, because it shows nothing of them; a power: proxies who have it, and the counter. Without `of` the
 * service is that of the item.
 */
export type Delegation = 'nobody' | 'counter' | 'anybody' | { power: Power; of?: ProxyService }
