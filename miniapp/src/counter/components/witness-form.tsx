import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { toTop } from '../../platform/to-top'
import { useNow } from '../../platform/use-now'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Steps } from '../../ui/steps'
import styles from '../counter.module.scss'
import { useWitnessGrant } from '../grant.api'
import { grantText } from '../grant.text'
import type { AssistSession } from '../last-assist'
import { EMPTY_WITNESS, isFree, scopesOf, type WitnessDraft, witnessBodyOf } from '../witness-draft'
import { GrantSlip } from './grant-slip'
import { WitnessAlone } from './witness-alone'
import { WitnessCheck } from './witness-check'
import { WitnessTerms } from './witness-terms'

export interface WitnessStepProps {
  draft: WitnessDraft
  onChange: (fields: Partial<WitnessDraft>) => void
  /** Whether somebody has tried to go on: what is missing says so. */
  isAsked: boolean
  /** The day in Lhasa. */
  today: string
  onNext: () => void
}

const STEP_NAMES = ['stepAlone', 'stepWhat', 'stepCheck'] as const

/** A grant for somebody without a telephone, in three steps, and the paper with its code. */
export const WitnessForm = ({ resident }: { resident: AssistSession['resident'] }) => {
  const t = useText(grantText)
  const today = shanghaiTime(useNow()).date
  const [draft, setDraft] = useState(EMPTY_WITNESS)
  const [step, setStep] = useState(1)
  const [isAsked, setAsked] = useState(false)
  const witness = useWitnessGrant(resident.id)
  const onChange = (fields: Partial<WitnessDraft>) => setDraft({ ...draft, ...fields })
  const goTo = (next: number) => {
    setStep(next)
    setAsked(false)
    toTop()
  }
  const goOn = (isReady: boolean) => (isReady ? goTo(step + 1) : setAsked(true))
  const send = () => {
    setAsked(true)
    const body = witnessBodyOf(draft, resident.id, today)
    if (body) witness.mutate(body, { onSuccess: toTop })
  }
  if (witness.data) return <GrantSlip witnessed={witness.data} residentName={resident.name} />
  const props = { draft, onChange, isAsked, today }
  const hasTerms = draft.relationship !== null && scopesOf(draft).length > 0
  return (
    <>
      <Steps step={step} total={STEP_NAMES.length} name={t(STEP_NAMES[step - 1] ?? 'stepAlone')} />
      {step === 1 && <WitnessAlone {...props} onNext={() => goOn(isFree(draft))} />}
      {step === 2 && <WitnessTerms {...props} onNext={() => goOn(hasTerms)} />}
      {step === 3 && (
        <>
          <WitnessCheck {...props} />
          {witness.error !== null && <ErrorNotice error={witness.error} />}
          <Button kind='primary' isWide isBusy={witness.isPending} onPress={send}>
            {t('send')}
          </Button>
        </>
      )}
      {step > 1 && (
        <View className={styles.ways}>
          <Button icon='back' onPress={() => goTo(step - 1)}>
            {t('previous')}
          </Button>
        </View>
      )}
    </>
  )
}
