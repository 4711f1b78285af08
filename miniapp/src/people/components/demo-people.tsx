import type { Person } from '@little-bench/shared/people/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommunities } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import { Tabs } from '../../ui/tabs'
import { groupByCommunity } from '../demo-groups'
import { useDemoPeople, useSignIn } from '../people.api'
import styles from '../people.module.scss'
import { peopleText, roleText } from '../people.text'

interface DemoEntranceProps {
  onSignedIn: () => void
}

/** Where the server is a demonstration: somebody to be. */
export const DemoEntrance = ({ onSignedIn }: DemoEntranceProps) => {
  const demo = useDemoPeople()
  if (demo.isPending) return <Skeleton cards={3} />
  if (demo.error) return <ErrorNotice error={demo.error} onRetry={() => void demo.refetch()} />
  return demo.data && <DemoPeople people={demo.data.items} onSignedIn={onSignedIn} />
}

interface DemoPeopleProps extends DemoEntranceProps {
  people: readonly Person[]
}

/** The demonstration people by community, residents first; one tap signs in. */
const DemoPeople = ({ people, onSignedIn }: DemoPeopleProps) => {
  const t = useText(peopleText)
  const communities = useCommunities()
  const mine = useSession((session) => session.communityId)
  const [chosen, setChosen] = useState<string | null>(null)
  const signIn = useSignIn()
  if (communities.isPending) return <Skeleton cards={3} />
  const groups = groupByCommunity(people, communities.data?.items ?? [], t('above'))
  const open = groups.find(({ id }) => id === (chosen ?? mine)) ?? groups[0]
  return (
    <Section title={t('demoTitle')}>
      <View className={styles.hint}>{t('demoHint')}</View>
      <Tabs
        label={t('demoTitle')}
        tabs={groups.map(({ id, name }) => ({ value: id, name }))}
        value={open?.id ?? ''}
        onChange={setChosen}
      />
      {signIn.isError && <ErrorNotice error={signIn.error} />}
      {open?.people.map((person) => (
        <DemoPerson
          key={person.id}
          person={person}
          onPress={() => signIn.mutate(person.id, { onSuccess: onSignedIn })}
        />
      ))}
    </Section>
  )
}

const DemoPerson = ({ person, onPress }: { person: Person; onPress: () => void }) => {
  const t = useText(peopleText)
  const tRole = useText(roleText)
  const role = person.roles.map((each) => `${tRole(each.role)} · ${each.scopeName}`).join('、')
  return (
    <Card onPress={onPress} label={t('signInAs', { name: person.name, role })}>
      <View className={styles.name}>{person.name}</View>
      <View>{role}</View>
    </Card>
  )
}
