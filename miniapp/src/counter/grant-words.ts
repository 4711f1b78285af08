import type { ProxyScope } from '@little-bench/shared/people/powers'
import type { Translate } from '../platform/i18n/text'
import type { grantText } from './grant.text'

/** 「居民说事：看说过的事办到哪了、说一件新的事」, one line for each service. */
export const scopeLines = (scopes: readonly ProxyScope[], t: Translate<typeof grantText>): string[] =>
  scopes.map(({ service, powers }) =>
    t('scope', { service: t(service), powers: powers.map((power) => t(`${service}.${power}`)).join('、') }),
  )
