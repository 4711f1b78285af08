import { EVIDENCE_TEXT, type Evidence, FACT_KINDS, type FactKind } from '@little-bench/shared/people/facts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useWorkCommunityId } from '../../people'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ChoiceList } from '../../ui/choice-list'
import { ErrorNotice } from '../../ui/error-notice'
import { Sheet } from '../../ui/sheet'
import { TickBox } from '../../ui/tick-box'
import { showToast } from '../../ui/toast'
import styles from '../counter.module.scss'
import { type Fact, useClaimFor, useDecideFact } from '../fact.api'
import { factText } from '../fact.text'
import { contentOf, EMPTY_FACT } from '../fact-draft'
import { useFactRule } from '../fact-words'
import { FactValueFields } from './fact-value-fields'

interface RecordFactSheetProps {
  residentId: string
  /** What is known already: a claim against a verified fact is a correction. */
  known: readonly Fact[]
  onClose: () => void
}

/** Writes down what was shown at the counter, after its consent text was read aloud; nothing is agreed to beforehand. */
export const RecordFactSheet = ({ residentId, known, onClose }: RecordFactSheetProps) => {
  const t = useText(factText)
  const tEvidence = useText(EVIDENCE_TEXT)
  const ruleOf = useFactRule()
  const communityId = useWorkCommunityId('fact.verify') ?? ''
  const [kind, setKind] = useState<FactKind | null>(null)
  const [draft, setDraft] = useState(EMPTY_FACT)
  const [evidence, setEvidence] = useState<Evidence | 'none' | null>(null)
  const [hasConsent, setConsent] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const record = useDecideFact(residentId)
  const claim = useClaimFor(residentId)
  const error = record.error ?? claim.error
  const rule = kind && ruleOf(kind)
  const choose = (next: FactKind | null) => {
    setKind(next)
    setEvidence(null)
    // Agreed to for one kind, in its own words.
    setConsent(false)
    setAsked(false)
  }
  const content = kind && contentOf(kind, draft, communityId)
  const onSuccess = () => {
    onClose()
    showToast(t('recorded'))
  }
  const send = () => {
    setAsked(true)
    if (!content || !evidence || !hasConsent) return
    if (evidence !== 'none') {
      record.mutate({ decision: 'record', content, evidence, hasConsent: true }, { onSuccess })
      return
    }
    const isCorrection = known.some((fact) => fact.kind === kind && fact.state === 'verified')
    claim.mutate({ content, hasConsent: true, isCorrection }, { onSuccess })
  }
  return (
    <Sheet isOpen title={rule ? t('recordOne', { fact: rule.name }) : t('record')} onClose={onClose}>
      {!kind && (
        <ChoiceList<FactKind>
          label={t('kind')}
          isRequired
          choices={FACT_KINDS.map((each) => {
            const { name, isSensitive } = ruleOf(each)
            return { value: each, name, note: isSensitive ? t('sensitive') : undefined }
          })}
          value={null}
          onChange={choose}
          error={isAsked ? t('kindMissing') : undefined}
        />
      )}
      {kind && rule && (
        <>
          <Button kind='quiet' icon='undo' onPress={() => choose(null)}>
            {t('otherKind')}
          </Button>
          <FactValueFields
            kind={kind}
            draft={draft}
            onChange={(fields) => setDraft({ ...draft, ...fields })}
            isMissing={isAsked && !content}
          />
          <ChoiceList
            label={t('evidence')}
            hint={t('evidenceHint')}
            isRequired
            choices={[
              ...rule.evidence.map((each) => ({ value: each, name: tEvidence(each) })),
              { value: 'none' as const, name: t('none'), note: t('noneNote') },
            ]}
            value={evidence}
            onChange={setEvidence}
            error={isAsked && !evidence ? t('evidenceMissing') : undefined}
          />
          <Card tint='violet'>
            <View className={styles.caption}>{t('readAloud')}</View>
            <View className={styles.strong}>{rule.purpose}</View>
            <View className={styles.strong}>{rule.consent}</View>
          </Card>
          <TickBox
            words={t('hasConsent')}
            isTicked={hasConsent}
            onChange={setConsent}
            error={isAsked && !hasConsent ? t('consentMissing') : undefined}
          />
        </>
      )}
      {error !== null && <ErrorNotice error={error} />}
      <View className={styles.block}>
        <Button kind='primary' isWide isBusy={record.isPending || claim.isPending} onPress={send}>
          {t('recordSend')}
        </Button>
      </View>
    </Sheet>
  )
}
