import type { OneTimeCode } from '@little-bench/shared/people/profile.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import styles from '../counter.module.scss'
import { type Household, useHouseholdOf, useMakeHouseholdCode } from '../household.api'
import { householdText } from '../household.text'
import { HouseholdSlip } from './household-slip'
import { JoinHousehold } from './join-household'
import { LeaveHousehold } from './leave-household'

/** With whom the person lives: a code for one more, or joining by a code. */
export const ResidentHousehold = ({ residentId }: { residentId: string }) => {
  const household = useHouseholdOf(residentId)
  const [code, setCode] = useState<OneTimeCode>()
  if (code) return <HouseholdSlip code={code} onDone={() => setCode(undefined)} />
  if (household.isPending) return <Skeleton cards={2} />
  if (household.data === undefined) {
    return <ErrorNotice error={household.error} onRetry={() => void household.refetch()} />
  }
  if (household.data === null) return <JoinHousehold residentId={residentId} onCode={setCode} />
  return <Members residentId={residentId} household={household.data} onCode={setCode} />
}

interface MembersProps {
  residentId: string
  household: Household
  onCode: (code: OneTimeCode) => void
}

const Members = ({ residentId, household, onCode }: MembersProps) => {
  const t = useText(householdText)
  const make = useMakeHouseholdCode(residentId)
  return (
    <Section title={t('members', { place: household.placeName })}>
      <Card>
        <View {...a11y({ role: 'list' })}>
          {household.members.map(({ personId, name, isYou }) => (
            <View key={personId} className={styles.spaced} {...a11y({ role: 'listitem' })}>
              {isYou ? `${name} · ${t('you')}` : name}
            </View>
          ))}
        </View>
      </Card>
      {make.error !== null && <ErrorNotice error={make.error} />}
      <View className={styles.ways}>
        <Button
          icon='plus'
          isBusy={make.isPending}
          onPress={() => make.mutate({}, { onSuccess: ({ code }) => onCode(code) })}
        >
          {t('makeCode')}
        </Button>
        <LeaveHousehold residentId={residentId} householdId={household.id} />
      </View>
    </Section>
  )
}
