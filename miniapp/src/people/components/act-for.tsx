import type { ProxyService } from '@little-bench/shared/people/powers'
import { View } from '@tarojs/components'
import { startActingAt } from '../../platform/acting'
import { useText } from '../../platform/i18n/text'
import type { PagePath } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { Section } from '../../ui/section'
import { useProxyGrants } from '../grants.api'
import { grantsText } from '../grants.text'
import styles from '../people.module.scss'

interface ActForProps {
  service: ProxyService
  page: PagePath
}

/** Those for whom one may read in a service, each one tap from their own page of it. */
export const ActFor = (props: ActForProps) => {
  const isOwn = useSession((session) => session.person !== null && session.actingFor === null)
  return isOwn ? <Others {...props} /> : null
}

const Others = ({ service, page }: ActForProps) => {
  const t = useText(grantsText)
  const grants = useProxyGrants().data?.received ?? []
  const active = grants.filter(
    ({ state, scopes }) =>
      state === 'active' && scopes.some((scope) => scope.service === service && scope.powers.includes('read')),
  )
  if (active.length === 0) return null
  return (
    <Section title={t('lookFor')}>
      <View className={styles.answers}>
        {active.map(({ id, principal, callName }) => {
          const name = callName ?? principal.name
          return (
            <Button key={id} icon='person' isWide onPress={() => startActingAt({ id: principal.id, name }, page)}>
              {t('lookForName', { name })}
            </Button>
          )
        })}
      </View>
    </Section>
  )
}
