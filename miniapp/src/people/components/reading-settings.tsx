import { View } from '@tarojs/components'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { Section } from '../../ui/section'
import { Segmented } from '../../ui/segmented'
import styles from '../people.module.scss'
import { peopleText } from '../people.text'
import { TextStepChoice } from './text-step-choice'

/** Language, 长辈版 and how large the letters are. */
export const ReadingSettings = () => {
  const t = useText(peopleText)
  const { language, setLanguage, isElderMode, setElderMode } = useDisplaySettings()
  return (
    <Section title={t('reading')}>
      <Card>
        <View className={styles.line}>{t('language')}</View>
        <View className={styles.row}>
          <Segmented
            label={t('language')}
            segments={[
              { value: 'zh', name: '中文', lang: 'zh-CN' },
              { value: 'bo', name: 'བོད་ཡིག', lang: 'bo' },
            ]}
            value={language}
            onChange={setLanguage}
          />
        </View>
        <View className={styles.line}>{t('mode')}</View>
        <View className={styles.row}>
          <Segmented
            label={t('mode')}
            segments={[
              { value: 'ordinary', name: t('ordinary') },
              { value: 'elder', name: t('elder') },
            ]}
            value={isElderMode ? 'elder' : 'ordinary'}
            onChange={(mode) => setElderMode(mode === 'elder')}
          />
        </View>
        <View className={styles.caption}>{t('elderWords')}</View>
      </Card>
      <Card>
        <TextStepChoice />
        <View className={styles.caption}>{t('readingKept')}</View>
      </Card>
    </Section>
  )
}
