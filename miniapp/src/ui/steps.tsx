import { View } from '@tarojs/components'
import { useText } from '../platform/i18n/text'
import { a11y } from './a11y'
import { classNames } from './class-names'
import { STEP_ID, stepFocusable, useStepFocus } from './step-focus'
import styles from './steps.module.scss'
import { uiText } from './ui.text'

interface StepsProps {
  /** Counted from 1. */
  step: number
  total: number
  /** What this step is about. */
  name: string
}

/** 「第1步/共3步」 with the name of the step, in words and as a bar. */
export const Steps = ({ step, total, name }: StepsProps) => {
  const t = useText(uiText)
  useStepFocus(step)
  return (
    <View className={styles.steps}>
      <View className={styles.bar} {...a11y({ hidden: true })}>
        {Array.from({ length: total }, (_, index) => (
          <View key={index} className={classNames(styles.part, index < step && styles.done)} />
        ))}
      </View>
      <View id={STEP_ID} className={styles.words} {...stepFocusable} {...a11y({ live: 'polite' })}>
        {t('step', { step, total })} · {name}
      </View>
    </View>
  )
}
