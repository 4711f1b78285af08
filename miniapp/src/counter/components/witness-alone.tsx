import { FREEDOMS } from '@little-bench/shared/people/grants'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { goBack } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ChoiceList } from '../../ui/choice-list'
import { TickBox } from '../../ui/tick-box'
import styles from '../counter.module.scss'
import { grantText } from '../grant.text'
import type { WitnessStepProps } from './witness-form'

/** Step 1, before anything else: the question about coercion, read to the person with nobody in hearing (NHS DAPB3051). */
export const WitnessAlone = ({ draft, onChange, isAsked, onNext }: WitnessStepProps) => {
  const t = useText(grantText)
  const { freedom, isAskedAlone } = draft
  return (
    <>
      <View className={styles.spaced}>{t('askAlone')}</View>
      <View className={styles.aloud}>
        <View className={styles.caption}>{t('askAloud')}</View>
        <View className={styles.aloudWords}>{t('askWords')}</View>
        <View className={styles.aloudWords}>{t('askMore')}</View>
      </View>
      <TickBox
        words={t('isAskedAlone')}
        isTicked={isAskedAlone}
        onChange={(ticked) => onChange({ isAskedAlone: ticked })}
        error={isAsked && !isAskedAlone ? t('aloneMissing') : undefined}
      />
      <ChoiceList
        label={t('answer')}
        isRequired
        choices={FREEDOMS.map((each) => ({ value: each, name: t(each) }))}
        value={freedom}
        onChange={(answer) => onChange({ freedom: answer })}
        error={isAsked && !freedom ? t('answerMissing') : undefined}
      />
      {freedom === null || freedom === 'free' ? (
        <Button kind='primary' isWide onPress={onNext}>
          {t('next')}
        </Button>
      ) : (
        <Card tint='amber'>
          <View className={styles.strong}>{t('stopTitle')}</View>
          <View className={styles.spaced}>{t(freedom === 'pressed' ? 'pressedWords' : 'unsureWords')}</View>
          <Button icon='back' isWide onPress={goBack}>
            {t('stop')}
          </Button>
        </Card>
      )}
    </>
  )
}
