import { cleanCode, purposeOfCode } from '@little-bench/shared/people/codes'
import type { OneTimeCode } from '@little-bench/shared/people/profile.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { PlaceChoice } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import { TextInput } from '../../ui/text-input'
import { showToast } from '../../ui/toast'
import styles from '../counter.module.scss'
import { useJoinHousehold, useMakeHouseholdCode } from '../household.api'
import { householdText } from '../household.text'
import { useStaffCommunity } from '../use-staff-community'

interface JoinHouseholdProps {
  residentId: string
  onCode: (code: OneTimeCode) => void
}

/** Two ways to a household: the code that a member brought, or a new one where the person lives. */
export const JoinHousehold = ({ residentId, onCode }: JoinHouseholdProps) => {
  const t = useText(householdText)
  return (
    <>
      <Empty icon='home' title={t('noHousehold')} next={t('noHouseholdNext')} />
      <JoinByCode residentId={residentId} />
      <FoundHousehold residentId={residentId} onCode={onCode} />
    </>
  )
}

const JoinByCode = ({ residentId }: { residentId: string }) => {
  const t = useText(householdText)
  const [code, setCode] = useState('')
  const [isAsked, setAsked] = useState(false)
  const join = useJoinHousehold(residentId)
  // A mistyped digit is noticed here and costs no try.
  const isWrong = purposeOfCode(cleanCode(code)) !== 'household'
  const send = () => {
    setAsked(true)
    if (!isWrong) join.mutate(code, { onSuccess: () => showToast(t('joined')) })
  }
  return (
    <Section title={t('join')}>
      <TextInput
        label={t('code')}
        hint={t('codeHint')}
        value={code}
        onChange={setCode}
        onConfirm={send}
        error={isAsked && isWrong ? t('codeMissing') : undefined}
      />
      {join.error !== null && <ErrorNotice error={join.error} />}
      <Button icon='check' isWide isBusy={join.isPending} onPress={send}>
        {t('joinSend')}
      </Button>
    </Section>
  )
}

const FoundHousehold = ({ residentId, onCode }: JoinHouseholdProps) => {
  const t = useText(householdText)
  const community = useStaffCommunity('resident.assist')
  const [placeId, setPlaceId] = useState<string | null>(null)
  const [isAsked, setAsked] = useState(false)
  const make = useMakeHouseholdCode(residentId)
  if (!community) return <Skeleton cards={1} />
  const send = () => {
    setAsked(true)
    if (placeId === null) return
    make.mutate({ communityId: community.id, placeId }, { onSuccess: ({ code }) => onCode(code) })
  }
  return (
    <Section title={t('found')}>
      <PlaceChoice
        label={t('place')}
        error={isAsked && placeId === null ? t('placeMissing') : undefined}
        community={community}
        placeId={placeId}
        onChoose={setPlaceId}
      />
      {make.error !== null && <ErrorNotice error={make.error} />}
      <View className={styles.block}>
        <Button icon='plus' isWide isBusy={make.isPending} onPress={send}>
          {t('makeCode')}
        </Button>
      </View>
    </Section>
  )
}
