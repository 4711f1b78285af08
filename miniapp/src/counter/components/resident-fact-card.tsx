import { FACT_STATE_TEXT } from '@little-bench/shared/people/facts'
import { Text, View } from '@tarojs/components'
import { dayInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { StatusChip, type StatusTone } from '../../ui/status-chip'
import styles from '../counter.module.scss'
import type { Fact } from '../fact.api'
import { factText } from '../fact.text'
import { useFactRule } from '../fact-words'

interface ResidentFactCardProps {
  fact: Fact
  mayVerify: boolean
  onCheck: () => void
  onWithdraw: () => void
}

const TONES: Record<Fact['state'], StatusTone> = {
  pending: 'waiting',
  verified: 'good',
  expired: 'soon',
  refused: 'plain',
}

/** One thing that is known, how far it can be relied on, and what can be done about it here. */
export const ResidentFactCard = ({ fact, mayVerify, onCheck, onWithdraw }: ResidentFactCardProps) => {
  const t = useText(factText)
  const tState = useText(FACT_STATE_TEXT)
  const { name } = useFactRule()(fact.kind)
  const isOpen = fact.state === 'pending' || fact.state === 'expired'
  return (
    <Card>
      <View className={styles.row}>
        <Text className={styles.strong}>{name}</Text>
        <StatusChip word={tState(fact.state)} tone={TONES[fact.state]} />
      </View>
      {fact.said !== name && <View>{fact.said}</View>}
      {fact.isCorrection && <View className={styles.caption}>{t('correctionWords')}</View>}
      {fact.verifiedUntil !== null && (
        <View className={styles.caption}>{t('until', { date: dayInSentence(fact.verifiedUntil) })}</View>
      )}
      {fact.refusal !== null && <View className={styles.caption}>{t(fact.refusal)}</View>}
      <View className={styles.ways}>
        {mayVerify && isOpen && (
          <Button icon='check' label={t('checkTitle', { fact: name })} onPress={onCheck}>
            {t('check')}
          </Button>
        )}
        {fact.state !== 'refused' && (
          <Button kind='quiet' label={t('withdrawLabel', { fact: name })} onPress={onWithdraw}>
            {t('withdraw')}
          </Button>
        )}
      </View>
    </Card>
  )
}
