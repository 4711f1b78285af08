import { MAX_NOTE_LENGTH } from '@little-bench/shared/work-queue/limits'
import { MERGE_FIELDS, unknownFields } from '@little-bench/shared/work-queue/reply-template'
import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Pressable } from '../../ui/pressable'
import { TextArea } from '../../ui/text-area'
import { replyTemplateText } from '../reply-template.text'
import styles from './template.module.scss'

interface TemplateWordsProps {
  language: 'zh' | 'bo'
  value: string
  isMissing: boolean
  onChange: (value: string) => void
}

/** The text in one language, with a button for each word that the item fills; a word that nothing fills is named at once. */
export const TemplateWords = ({ language, value, isMissing, onChange }: TemplateWordsProps) => {
  const t = useText(replyTemplateText)
  const [unknown] = unknownFields(value)
  const unknownWords = unknown === undefined ? undefined : t('unknownField', { field: `{${unknown}}` })
  return (
    <View className={styles.language}>
      <TextArea
        label={t(language)}
        hint={t(`${language}Hint`)}
        isRequired={language === 'zh'}
        error={unknownWords ?? (isMissing ? t('zhMissing') : undefined)}
        limit={MAX_NOTE_LENGTH}
        value={value}
        onChange={onChange}
      />
      <View className={styles.chips} {...a11y({ role: 'group', label: t('fieldsOf', { language: t(language) }) })}>
        {MERGE_FIELDS.map((field) => (
          <Pressable
            key={field}
            label={t('insertField', { language: t(language), field: t(`${field}Field`) })}
            onPress={() => onChange(`${value}{${field}}`)}
            className={styles.chip}
          >
            <Text>{t(`${field}Field`)}</Text>
          </Pressable>
        ))}
      </View>
    </View>
  )
}
