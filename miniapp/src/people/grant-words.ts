import type { ProxyGrant } from '@little-bench/shared/people/grant.contract'
import type { Translate } from '../platform/i18n/text'
import type { StatusTone } from '../ui/status-chip'
import type { grantsText } from './grants.text'

export const TONE_OF_GRANT: Record<ProxyGrant['state'], StatusTone> = {
  offered: 'waiting',
  active: 'good',
  frozen: 'soon',
  refused: 'plain',
  revoked: 'plain',
  expired: 'plain',
}

/** Offered, active or frozen: what counts now or could count. */
export const isOpenGrant = ({ state }: ProxyGrant): boolean =>
  state === 'offered' || state === 'active' || state === 'frozen'

/** What a grant allows, one line a service: 「居民说事：看说过的事办到哪了、说一件新的事」. */
export const scopeLines = (scopes: ProxyGrant['scopes'], t: Translate<typeof grantsText>): string[] =>
  scopes.map(({ service, powers }) => `${t(service)}：${powers.map((power) => t(`${service}.${power}`)).join('、')}`)
