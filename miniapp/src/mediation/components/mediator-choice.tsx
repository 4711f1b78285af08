import { MAX_TRUSTED } from '@little-bench/shared/mediation/kinds'
import { Text, View } from '@tarojs/components'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'
import { StatusChip } from '../../ui/status-chip'
import type { MediatorCard } from '../case.api'
import styles from '../mediation.module.scss'
import { mediatorLines, mediatorName } from '../mediation-words'
import { requestText } from '../request.text'

interface MediatorChoiceProps {
  mediators: readonly MediatorCard[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Cards to tick, at most five; who is on leave says so and cannot be ticked. */
export const MediatorChoice = ({ mediators, chosen, onChange }: MediatorChoiceProps) => {
  const isFull = chosen.length >= MAX_TRUSTED
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  return mediators.map((card) => (
    <MediatorRow
      key={card.id}
      card={card}
      isChosen={chosen.includes(card.id)}
      isFull={isFull}
      onToggle={() => toggle(card.id)}
    />
  ))
}

interface MediatorRowProps {
  card: MediatorCard
  isChosen: boolean
  isFull: boolean
  onToggle: () => void
}

const MediatorRow = ({ card, isChosen, isFull, onToggle }: MediatorRowProps) => {
  const isTickable = isChosen || (!card.isOnLeave && !isFull)
  const words = <MediatorWords card={card} />
  if (card.isOnLeave && !isChosen) return <View className={classNames(styles.card, styles.away)}>{words}</View>
  return (
    <Pressable
      kind='checkbox'
      checked={isChosen}
      isDisabled={!isTickable}
      onPress={onToggle}
      className={classNames(styles.card, styles.tickable, isChosen && styles.chosen)}
    >
      <View className={classNames(styles.box, isChosen && styles.boxTicked)}>{isChosen && <Icon name='check' />}</View>
      {words}
    </Pressable>
  )
}

/** Who they are, and what helps to choose them. */
export const MediatorWords = ({ card }: { card: MediatorCard }) => {
  const t = useText(requestText)
  const language = useDisplaySettings((settings) => settings.language)
  return (
    <View className={styles.words}>
      <Text className={styles.name}>{mediatorName(card, language)}</Text>
      {card.isOnLeave && (
        <View className={styles.mark}>
          <StatusChip word={t('onLeave')} tone='plain' icon='calendar' />
        </View>
      )}
      {mediatorLines(card, t, language).map((line) => (
        <Text key={line} className={styles.detail}>
          {line}
        </Text>
      ))}
    </View>
  )
}
