import { inLanguage } from '@little-bench/shared/kernel/language'
import { FACT_RULES, FACT_STATE_TEXT, type FactKind } from '@little-bench/shared/people/facts'
import type { Fact } from '@little-bench/shared/people/profile.contract'
import { View } from '@tarojs/components'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { StatusChip } from '../../ui/status-chip'
import { nextOfFact, TONE_OF_FACT } from '../fact-words'
import { factsText } from '../facts.text'
import styles from '../people.module.scss'

interface FactCardProps {
  kind: FactKind
  /** What is known of this kind: the one that counts, and perhaps a correction that waits. */
  facts: readonly Fact[]
  onWithdraw: (fact: Fact) => void
}

/** One kind of fact: what it is for, what is known and how far it is, and what the person can do about it. */
export const FactCard = ({ kind, facts, onWithdraw }: FactCardProps) => {
  const t = useText(factsText)
  const language = useDisplaySettings((settings) => settings.language)
  const rule = FACT_RULES[kind]
  const name = inLanguage(rule.name, language)
  const claim = claimWords(facts)
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.name}>{name}</View>
        {facts.length === 0 && <StatusChip word={t('notGiven')} tone='plain' icon='edit' />}
      </View>
      <View className={styles.hint}>{inLanguage(rule.purpose, language)}</View>
      {facts.map((fact) => (
        <FactLine key={fact.id} fact={fact} name={name} onWithdraw={() => onWithdraw(fact)} />
      ))}
      {claim && (
        <Button
          isWide
          icon='edit'
          label={t('ofFact', { action: t(claim), name })}
          onPress={() => openPage('people/pages/fact/index', { kind })}
        >
          {t(claim)}
        </Button>
      )}
    </Card>
  )
}

const FactLine = ({ fact, name, onWithdraw }: { fact: Fact; name: string; onWithdraw: () => void }) => {
  const t = useText(factsText)
  const tState = useText(FACT_STATE_TEXT)
  const language = useDisplaySettings((settings) => settings.language)
  return (
    <View className={styles.part}>
      <View className={styles.head}>
        <View className={styles.name}>{fact.said}</View>
        <StatusChip word={tState(fact.state)} tone={TONE_OF_FACT[fact.state]} />
      </View>
      <View className={styles.line}>
        {fact.isCorrection && fact.state === 'pending' && <View>{t('correctionNext')}</View>}
        <View>{nextOfFact(fact, language)}</View>
      </View>
      {fact.state !== 'refused' && (
        <Button icon='undo' label={t('ofFact', { action: t('withdraw'), name })} onPress={onWithdraw}>
          {t('withdraw')}
        </Button>
      )}
    </View>
  )
}

/** What can be said now; nothing while a claim waits. */
const claimWords = (facts: readonly Fact[]): 'fill' | 'fillAgain' | 'correct' | undefined => {
  if (facts.some(({ state }) => state === 'pending')) return undefined
  if (facts.some(({ state }) => state === 'verified')) return 'correct'
  return facts.length > 0 ? 'fillAgain' : 'fill'
}
