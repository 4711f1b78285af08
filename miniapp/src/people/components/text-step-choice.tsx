import { TEXT_STEPS } from '@little-bench/shared/people/display'
import { View } from '@tarojs/components'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { ChoiceList } from '../../ui/choice-list'
import styles from '../people.module.scss'
import { peopleText, textStepText } from '../people.text'

/** How large the letters are: the whole page follows at once, and a sample shows what will be read most. */
export const TextStepChoice = () => {
  const t = useText(peopleText)
  const tStep = useText(textStepText)
  const textStep = useDisplaySettings((settings) => settings.textStep)
  const setTextStep = useDisplaySettings((settings) => settings.setTextStep)
  return (
    <>
      <ChoiceList
        label={t('size')}
        choices={TEXT_STEPS.map((step) => ({ value: step, name: tStep(step) }))}
        value={textStep}
        onChange={setTextStep}
      />
      <View className={styles.caption}>{t('sample')}</View>
      <View className={styles.name}>{t('sampleButton')}</View>
      <View>{t('sampleWords')}</View>
    </>
  )
}
