import { EVIDENCE_TEXT, type Evidence, FACT_REFUSALS, type FactRefusal } from '@little-bench/shared/people/facts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { ChoiceList } from '../../ui/choice-list'
import { ErrorNotice } from '../../ui/error-notice'
import { FactList } from '../../ui/fact-list'
import { Segmented } from '../../ui/segmented'
import { Sheet } from '../../ui/sheet'
import { showToast } from '../../ui/toast'
import styles from '../counter.module.scss'
import { type Fact, useDecideFact } from '../fact.api'
import { factText } from '../fact.text'
import { useFactRule } from '../fact-words'

interface FactCheckSheetProps {
  fact: Fact
  residentId: string
  onClose: () => void
}

/** The evidence was looked at: is it so? Nothing of it is kept but its kind. */
export const FactCheckSheet = ({ fact, residentId, onClose }: FactCheckSheetProps) => {
  const t = useText(factText)
  const tEvidence = useText(EVIDENCE_TEXT)
  const rule = useFactRule()(fact.kind)
  const [decision, setDecision] = useState<'verify' | 'refuse'>('verify')
  const [evidence, setEvidence] = useState<Evidence | null>(null)
  const [refusal, setRefusal] = useState<FactRefusal | null>(null)
  const [isAsked, setAsked] = useState(false)
  const decide = useDecideFact(residentId)
  const done = (words: string) => ({
    onSuccess: () => {
      onClose()
      showToast(words)
    },
  })
  const send = () => {
    setAsked(true)
    if (decision === 'verify' && evidence) decide.mutate({ decision, factId: fact.id, evidence }, done(t('verified')))
    if (decision === 'refuse' && refusal) decide.mutate({ decision, factId: fact.id, refusal }, done(t('refused')))
  }
  return (
    <Sheet isOpen title={t('checkTitle', { fact: rule.name })} onClose={onClose}>
      <View className={styles.block}>
        <FactList
          facts={[
            { name: t('says'), value: fact.said },
            { name: t('purpose'), value: rule.purpose },
          ]}
        />
        {fact.isCorrection && <View>{t('correctionWords')}</View>}
      </View>
      <View className={styles.block}>
        <Segmented
          label={t('decision')}
          segments={[
            { value: 'verify', name: t('verify') },
            { value: 'refuse', name: t('refuse') },
          ]}
          value={decision}
          onChange={setDecision}
        />
      </View>
      {decision === 'verify' ? (
        <ChoiceList
          label={t('evidence')}
          hint={t('evidenceHint')}
          isRequired
          choices={rule.evidence.map((each) => ({ value: each, name: tEvidence(each) }))}
          value={evidence}
          onChange={setEvidence}
          error={isAsked && !evidence ? t('evidenceMissing') : undefined}
        />
      ) : (
        <ChoiceList
          label={t('refusal')}
          hint={t('refusalHint')}
          isRequired
          choices={FACT_REFUSALS.map((each) => ({ value: each, name: t(each) }))}
          value={refusal}
          onChange={setRefusal}
          error={isAsked && !refusal ? t('refusalMissing') : undefined}
        />
      )}
      {decide.error !== null && <ErrorNotice error={decide.error} />}
      <View className={styles.block}>
        <Button kind={decision === 'verify' ? 'primary' : 'danger'} isWide isBusy={decide.isPending} onPress={send}>
          {t(decision === 'verify' ? 'send' : 'sendRefusal')}
        </Button>
      </View>
    </Sheet>
  )
}
