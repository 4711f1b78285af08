import type { Community } from '@little-bench/shared/communities/contract'
import { inLanguage } from '@little-bench/shared/kernel/language'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { FACT_RULES, type FactKind } from '@little-bench/shared/people/facts'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { OfflineWay } from '../../communities'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { FactList } from '../../ui/fact-list'
import { Page } from '../../ui/page'
import { Steps } from '../../ui/steps'
import { EMPTY_FACT, readFact } from '../fact-fields'
import { howVerified } from '../fact-words'
import { claimText } from '../facts.text'
import styles from '../people.module.scss'
import { useClaimFact } from '../profile.api'
import { saidFact } from '../said-fact'
import { ClaimSent } from './claim-sent'
import { ConsentField } from './consent-field'
import { FactValueField } from './fact-value-field'

interface FactClaimProps {
  kind: FactKind
  community: Community
  /** A verified fact of the kind counts until this one is verified. */
  isCorrection: boolean
  /** When the page was opened. */
  now: Date
}

/** Sensitive facts have a step of their own for the consent (PIPL 29). */
const STEPS = { sensitive: ['stepValue', 'stepConsent', 'stepCheck'], plain: ['stepValue', 'stepCheck'] } as const

/** Purpose and value, consent, and a look at everything before it is sent. */
export const FactClaim = ({ kind, community, isCorrection, now }: FactClaimProps) => {
  const t = useText(claimText)
  const language = useDisplaySettings((settings) => settings.language)
  const [fields, setFields] = useState(EMPTY_FACT)
  const [hasConsent, setConsent] = useState(false)
  const [step, setStep] = useState(1)
  const [hasTried, setTried] = useState(false)
  const claiming = useClaimFact()
  const rule = FACT_RULES[kind]
  const steps = STEPS[rule.isSensitive ? 'sensitive' : 'plain']
  const stepName = steps[step - 1] ?? 'stepCheck'
  const today = shanghaiTime(now).date
  const read = readFact(kind, fields, { communityId: community.id, today })
  const content = typeof read === 'string' ? undefined : read
  const name = inLanguage(rule.name, language)
  const isComplete = stepName === 'stepValue' ? content !== undefined : hasConsent

  const goTo = (next: number) => {
    setTried(false)
    setStep(next)
    toTop()
  }
  const goOn = () => {
    if (!isComplete) return setTried(true)
    if (stepName !== 'stepCheck') return goTo(step + 1)
    if (content) claiming.mutate({ content, isCorrection }, { onSettled: toTop })
  }
  if (claiming.data) return <ClaimSent fact={claiming.data} name={name} />
  const consent = (
    <ConsentField
      consent={inLanguage(rule.consent, language)}
      hasConsent={hasConsent}
      onChange={setConsent}
      isMissing={hasTried}
    />
  )
  return (
    <Page
      title={name}
      action={
        <Button kind='primary' isWide isBusy={claiming.isPending} onPress={goOn}>
          {t(stepName === 'stepCheck' ? (isCorrection ? 'sendCorrection' : 'send') : 'next')}
        </Button>
      }
    >
      <Steps step={step} total={steps.length} name={t(stepName)} />
      {claiming.isError && <ErrorNotice error={claiming.error} />}
      <Card tint='blue'>
        <View className={styles.caption}>{t('purpose')}</View>
        <View>{inLanguage(rule.purpose, language)}</View>
      </Card>
      {stepName === 'stepValue' && (
        <>
          {isCorrection && <Card tint='amber'>{t('correctionWords')}</Card>}
          <FactValueField
            kind={kind}
            fields={fields}
            onChange={(changed) => setFields((before) => ({ ...before, ...changed }))}
            mistake={hasTried && typeof read === 'string' ? read : undefined}
            communityName={community.name}
          />
        </>
      )}
      {stepName === 'stepConsent' && consent}
      {stepName === 'stepCheck' && content && (
        <>
          <Card>
            <FactList
              facts={[
                { name: t('what'), value: name },
                { name: t('value'), value: saidFact(content, { community, today, language }) },
                { name: t('howVerified'), value: howVerified(kind, language) },
              ]}
            />
          </Card>
          {!rule.isSensitive && consent}
        </>
      )}
      {step > 1 && (
        <View className={styles.block}>
          <Button icon='back' onPress={() => goTo(step - 1)}>
            {t('previous')}
          </Button>
        </View>
      )}
      <OfflineWay />
    </Page>
  )
}

/** What follows stands above where somebody has read on. */
const toTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
