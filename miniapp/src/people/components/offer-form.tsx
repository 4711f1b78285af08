import type { ServiceDate } from '@little-bench/shared/kernel/time'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { OfflineWay } from '../../communities'
import { useAskToTell } from '../../notifications'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Page } from '../../ui/page'
import { Steps } from '../../ui/steps'
import { useOfferGrant } from '../grants.api'
import { offerText } from '../grants.text'
import { EMPTY_OFFER, isStepDone, OFFER_STEPS, type OfferFields, type OfferStep, offerOf } from '../offer-fields'
import styles from '../people.module.scss'
import { OfferAlone } from './offer-alone'
import { OfferCheck } from './offer-check'
import { OfferSent } from './offer-sent'
import { OfferUntil } from './offer-until'
import { OfferWhat } from './offer-what'
import { OfferWho } from './offer-who'

export interface OfferPartProps {
  fields: OfferFields
  onChange: (fields: Partial<OfferFields>) => void
  /** The household without the person. */
  members: readonly { id: string; name: string }[]
  today: ServiceDate
  /** Point out what is missing. */
  hasTried: boolean
}

const PARTS: Record<OfferStep, (props: OfferPartProps) => React.JSX.Element> = {
  stepWho: OfferWho,
  stepWhat: OfferWhat,
  stepUntil: OfferUntil,
  stepAlone: OfferAlone,
  stepCheck: OfferCheck,
}

/** One question a page: who, what, until when, whether anybody presses; then everything once more before it is given. */
export const OfferForm = ({ members, today }: Pick<OfferPartProps, 'members' | 'today'>) => {
  const t = useText(offerText)
  const [fields, setFields] = useState(EMPTY_OFFER)
  const [step, setStep] = useState(1)
  const [hasTried, setTried] = useState(false)
  const askToTell = useAskToTell()
  const offering = useOfferGrant()
  const stepName = OFFER_STEPS[step - 1] ?? 'stepCheck'
  const isLast = step === OFFER_STEPS.length
  const Part = PARTS[stepName]

  const goTo = (next: number) => {
    setTried(false)
    setStep(next)
    toTop()
  }
  const goOn = () => {
    if (!isStepDone(stepName, fields, today)) return setTried(true)
    if (!isLast) return goTo(step + 1)
    const offer = offerOf(fields, today)
    if (!offer) return undefined
    void askToTell('proxy')
    return offering.mutate(offer, { onSettled: toTop })
  }
  if (offering.data) {
    const { code, grant } = offering.data
    return <OfferSent code={code} memberName={grant.agent?.name ?? ''} />
  }
  return (
    <Page
      title={t('title')}
      action={
        <Button kind='primary' isWide isBusy={offering.isPending} onPress={goOn}>
          {t(isLast ? 'send' : 'next')}
        </Button>
      }
    >
      <Steps step={step} total={OFFER_STEPS.length} name={t(stepName)} />
      {offering.isError && <ErrorNotice error={offering.error} />}
      <Part
        fields={fields}
        onChange={(changed) => setFields((before) => ({ ...before, ...changed }))}
        members={members}
        today={today}
        hasTried={hasTried}
      />
      {step > 1 && (
        <View className={styles.block}>
          <Button icon='back' onPress={() => goTo(step - 1)}>
            {t('previous')}
          </Button>
        </View>
      )}
      {/* Where somebody is asked alone there is nothing else. */}
      {stepName !== 'stepAlone' && <OfflineWay />}
    </Page>
  )
}

/** What follows stands above where somebody has read on: the next question, or the code. */
const toTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
