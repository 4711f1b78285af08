import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { useNow } from '../../platform/use-now'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { StatusChip } from '../../ui/status-chip'
import styles from '../plan.module.scss'
import { planText } from '../plan.text'
import type { Candidate } from '../plan-draft'
import { dayWords } from '../proof-words'

interface CandidateRowProps {
  candidate: Candidate
  /** The day that is being planned. */
  on: string
  canAdd: boolean
  onAdd: () => void
}

/** Somebody who waits: where, until when, and which days do not suit; never why. */
export const CandidateRow = ({ candidate, on, canAdd, onAdd }: CandidateRowProps) => {
  const t = useText(planText)
  const today = shanghaiTime(useNow()).date
  const { name, gridCellName, dueOn, notOn, needsInterpreter, state } = candidate
  const isNotToday = notOn.includes(on)
  const lines = [
    gridCellName ?? '',
    dueOn === null ? t('takenOff') : t('due', { on: dayWords(dueOn, today) }),
    needsInterpreter ? t('interpreter') : '',
    state === 'not_at_home' || state === 'needs_hospital' ? t(state) : '',
    notOn.length > 0 ? t('notOn', { days: notOn.map((day) => dayWords(day, today).zh).join('、') }) : '',
  ].filter((line) => line !== '')
  return (
    <View className={styles.candidate} {...a11y({ role: 'listitem' })}>
      <View className={styles.words}>
        <Text className={styles.name}>{name}</Text>
        <Text>{lines.join(' · ')}</Text>
        {isNotToday && <StatusChip word={t('notThisDay')} tone='late' icon='calendar' />}
      </View>
      <Button icon='plus' label={t('addOf', { name })} isDisabled={!canAdd || isNotToday} onPress={onAdd}>
        {t('add')}
      </Button>
    </View>
  )
}
