import { isPhone, plainPhone } from '@little-bench/shared/people/phone'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWorkCommunityId } from '../../people'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { Segmented } from '../../ui/segmented'
import { TextInput } from '../../ui/text-input'
import { counterApi, type FoundResident } from '../counter.api'
import styles from '../counter.module.scss'
import { counterText } from '../counter.text'
import { useCounterWrite } from '../use-counter-write'
import { FoundCard } from './found-card'
import { RegisterSheet } from './register-sheet'
import { StartSheet } from './start-sheet'

type By = 'phone' | 'name'

/** Finds the one person who is here, by what only they would say; whoever is not found can be made known. */
export const FindResident = () => {
  const t = useText(counterText)
  const communityId = useWorkCommunityId('resident.assist') ?? ''
  const [by, setBy] = useState<By>('phone')
  const [sought, setSought] = useState({ phone: '', name: '' })
  const [isAsked, setAsked] = useState(false)
  const [isRegistering, setRegistering] = useState(false)
  const [chosen, setChosen] = useState<FoundResident>()
  const search = useCounterWrite((body: { phone: string } | { name: string }) =>
    counterApi.findResidents({ params: { communityId }, body }),
  )
  const isMissing = by === 'phone' ? !isPhone(plainPhone(sought.phone)) : sought.name.trim() === ''
  const find = () => {
    setAsked(true)
    if (!isMissing) search.mutate(by === 'phone' ? { phone: sought.phone } : { name: sought.name })
  }
  const change = (words: string) => {
    setSought({ ...sought, [by]: words })
    setAsked(false)
    search.reset()
  }
  const switchTo = (next: By) => {
    setBy(next)
    setAsked(false)
    search.reset()
  }
  return (
    <Section title={t('whom')}>
      <View className={styles.block}>
        <Segmented
          label={t('findBy')}
          segments={[
            { value: 'phone', name: t('byPhone') },
            { value: 'name', name: t('byName') },
          ]}
          value={by}
          onChange={switchTo}
        />
      </View>
      <TextInput
        key={by}
        label={t(by)}
        hint={t('whyWhole')}
        value={sought[by]}
        onChange={change}
        onConfirm={find}
        error={isAsked && isMissing ? t(by === 'phone' ? 'phoneMissing' : 'nameMissing') : undefined}
      />
      <Button kind={search.data ? 'plain' : 'primary'} icon='search' isWide isBusy={search.isPending} onPress={find}>
        {t('find')}
      </Button>
      {search.error !== null && <ErrorNotice error={search.error} onRetry={find} />}
      <View className={styles.answer} {...a11y({ live: 'polite' })}>
        {search.data && <FoundList found={search.data.items} onChoose={setChosen} />}
      </View>
      <Button
        kind={search.data?.items.length === 0 ? 'primary' : 'quiet'}
        icon='plus'
        isWide={search.data?.items.length === 0}
        onPress={() => setRegistering(true)}
      >
        {t('register')}
      </Button>
      {isRegistering && (
        <RegisterSheet
          sought={sought}
          onClose={() => setRegistering(false)}
          onRegistered={(resident) => {
            setRegistering(false)
            setChosen(resident)
          }}
        />
      )}
      {chosen && (
        <StartSheet
          resident={{ id: chosen.personId, name: chosen.name }}
          onClose={() => setChosen(undefined)}
          onStarted={search.reset}
        />
      )}
    </Section>
  )
}

interface FoundListProps {
  found: readonly FoundResident[]
  onChoose: (resident: FoundResident) => void
}

const FoundList = ({ found, onChoose }: FoundListProps) => {
  const t = useText(counterText)
  if (found.length === 0) return <Empty icon='search' title={t('noneFound')} next={t('noneFoundNext')} />
  return (
    <View className={styles.list} {...a11y({ role: 'list', label: t('found') })}>
      {found.map((resident) => (
        <View key={resident.personId} {...a11y({ role: 'listitem' })}>
          <FoundCard resident={resident} isOnly={found.length === 1} onChoose={() => onChoose(resident)} />
        </View>
      ))}
    </View>
  )
}
