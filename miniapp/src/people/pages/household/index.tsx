import type { OneTimeCode } from '@little-bench/shared/people/profile.contract'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { OfflineWay } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Section } from '../../../ui/section'
import { Skeleton } from '../../../ui/skeleton'
import { CodeCard } from '../../components/code-card'
import { HouseholdView } from '../../components/household-view'
import { NoHousehold } from '../../components/no-household'
import { SignedInOnly } from '../../components/signed-in-only'
import { householdText } from '../../household.text'
import styles from '../../people.module.scss'
import { HOUSEHOLD_KEY, useCreateHouseholdCode, useHousehold } from '../../profile.api'

/** Whom one is registered with, and the code for one more. */
export default function HouseholdPage() {
  const t = useText(householdText)
  const actingFor = useSession((session) => session.actingFor)
  const household = useHousehold()
  const making = useCreateHouseholdCode()
  const [code, setCode] = useState<OneTimeCode | null>(null)
  const [isFounding, setFounding] = useState(false)
  useRefreshOnShow(HOUSEHOLD_KEY)
  const mine = household.data?.household
  const show = (made: OneTimeCode) => {
    setCode(made)
    setFounding(false)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const add = () => making.mutate(null, { onSuccess: (made) => show(made.code) })
  return (
    <Page
      title={actingFor ? t('householdFor', { name: actingFor.name }) : t('household')}
      action={
        // Being the first has a main action of its own.
        household.data &&
        !isFounding && (
          <Button
            kind='primary'
            isWide
            isBusy={making.isPending}
            onPress={mine ? add : () => openPage('people/pages/code/index')}
          >
            {t(mine ? 'addMember' : 'enterCode')}
          </Button>
        )
      }
    >
      <View className={styles.hint}>{t('what')}</View>
      <SignedInOnly>
        {making.isError && <ErrorNotice error={making.error} />}
        {code && (
          <Section title={t('addMember')}>
            <View className={styles.line}>{t('addWords')}</View>
            <CodeCard code={code} />
          </Section>
        )}
        {household.isPending && <Skeleton cards={2} />}
        {household.error && !household.data && (
          <ErrorNotice error={household.error} onRetry={() => void household.refetch()} />
        )}
        {mine && <HouseholdView household={mine} />}
        {mine === null && !code && (
          <NoHousehold isFounding={isFounding} onFound={() => setFounding(true)} onCode={show} />
        )}
      </SignedInOnly>
      <OfflineWay />
    </Page>
  )
}
