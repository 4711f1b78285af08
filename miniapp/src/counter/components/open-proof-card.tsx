import { Text, View } from '@tarojs/components'
import { dayInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { StatusChip, type StatusTone } from '../../ui/status-chip'
import styles from '../counter.module.scss'
import type { OpenProof } from '../open-proof.api'
import { openProofText } from '../open-proof.text'

const TONE: Record<OpenProof['status'], StatusTone> = { valid: 'good', due: 'soon', lapsed: 'late' }

interface OpenProofCardProps {
  proof: OpenProof
  onHelp: () => void
}

/** One person who has not done it: until when, where, what has been tried, and the way to help them. */
export const OpenProofCard = ({ proof, onHelp }: OpenProofCardProps) => {
  const t = useText(openProofText)
  const { name, status, dueOn, gridCellName, placeName, way, remindedOn, visitState } = proof
  const tried = [
    way === null ? t('noWay') : t(`way_${way}`),
    remindedOn === null ? t('notReminded') : t('reminded', { on: dayInSentence(remindedOn) }),
  ]
  return (
    <Card>
      <View className={styles.row}>
        <Text className={styles.strong}>{name}</Text>
        <StatusChip word={t(status)} tone={TONE[status]} />
      </View>
      <View className={styles.strong}>{t('dueOn', { on: dayInSentence(dueOn) })}</View>
      <View>{[gridCellName, placeName ?? t('whereUnknown')].filter((words) => words !== null).join(' · ')}</View>
      <View>{tried.join(' · ')}</View>
      {visitState !== null && (
        <View className={styles.ways}>
          <StatusChip word={t(visitState)} tone={visitState === 'planned' ? 'good' : 'waiting'} icon='home' />
        </View>
      )}
      <View className={styles.ways}>
        <Button icon='bench' label={t('helpOf', { name })} onPress={onHelp}>
          {t('help')}
        </Button>
      </View>
    </Card>
  )
}
