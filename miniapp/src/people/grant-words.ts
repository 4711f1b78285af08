import type { ProxyGrant } from '@little-bench/shared/people/grant.contract'
import type { StatusTone } from '../ui/status-chip'

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
