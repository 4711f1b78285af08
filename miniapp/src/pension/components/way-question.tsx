import type { TriageAnswer } from '@little-bench/shared/pension/ways'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import styles from '../pension.module.scss'
import { wayText } from '../proof.text'
import { BigAnswer } from './big-answer'

interface WayQuestionProps {
  question: keyof TriageAnswer
  onAnswer: (isYes: boolean) => void
}

/** One question, alone on its screen; one tap answers it and goes on. */
export const WayQuestion = ({ question, onAnswer }: WayQuestionProps) => {
  const t = useText(wayText)
  const actingFor = useSession((session) => session.actingFor)
  return (
    <View>
      <View className={styles.question}>{actingFor ? t(`${question}_for`, actingFor) : t(question)}</View>
      <View className={styles.hint}>{t(`${question}_note`)}</View>
      <View className={styles.answers}>
        <BigAnswer icon='check' words={t(`${question}_yes`)} onPress={() => onAnswer(true)} />
        <BigAnswer icon='close' words={t(`${question}_no`)} onPress={() => onAnswer(false)} />
      </View>
    </View>
  )
}
