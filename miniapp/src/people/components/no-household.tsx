import type { OneTimeCode } from '@little-bench/shared/people/profile.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { householdText } from '../household.text'
import styles from '../people.module.scss'
import { useCreateHouseholdCode } from '../profile.api'
import { type Home, HomeChoice } from './home-choice'

interface NoHouseholdProps {
  /** The person said that nobody at home has begun. */
  isFounding: boolean
  onFound: () => void
  onCode: (code: OneTimeCode) => void
}

/** The two ways to a household: the code of a member, or being the first. */
export const NoHousehold = ({ isFounding, onFound, onCode }: NoHouseholdProps) => {
  const t = useText(householdText)
  if (isFounding) return <Founding onCode={onCode} />
  return (
    <Empty
      icon='home'
      title={t('none')}
      next={t('noneNext')}
      action={
        <Button icon='plus' onPress={onFound}>
          {t('found')}
        </Button>
      }
    />
  )
}

const Founding = ({ onCode }: { onCode: (code: OneTimeCode) => void }) => {
  const t = useText(householdText)
  const [home, setHome] = useState<Home | null>(null)
  const [hasTried, setTried] = useState(false)
  const making = useCreateHouseholdCode()
  const make = () => {
    setTried(true)
    if (home) making.mutate(home, { onSuccess: ({ code }) => onCode(code) })
  }
  return (
    <Section title={t('foundTitle')}>
      <View className={styles.line}>{t('foundWords')}</View>
      <HomeChoice value={home} onChange={setHome} isMissing={hasTried && home === null} />
      {making.isError && <ErrorNotice error={making.error} />}
      <Button kind='primary' isWide isBusy={making.isPending} onPress={make}>
        {t('makeCode')}
      </Button>
    </Section>
  )
}
