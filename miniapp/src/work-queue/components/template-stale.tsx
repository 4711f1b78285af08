import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import type { ReplyTemplate } from '../reply-template.api'
import { replyTemplateText } from '../reply-template.text'
import type { TemplateEditing } from '../use-template-editing'
import styles from './template.module.scss'

interface TemplateStaleProps {
  /** The newest version. */
  template: ReplyTemplate
  editing: TemplateEditing
}

/** Somebody saved in between: what they wrote, and whose version is to stand. */
export const TemplateStale = ({ template, editing }: TemplateStaleProps) => {
  const t = useText(replyTemplateText)
  const isKnown = template.version !== editing.draft.fields.version
  const theirs = [
    t('staleField', { field: t('name'), words: template.name }),
    t('staleField', { field: t('zh'), words: template.zh }),
    ...(template.bo === null ? [] : [t('staleField', { field: t('bo'), words: template.bo })]),
    ...(template.isRetired ? [t('retiredNow')] : []),
  ]
  return (
    <View className={styles.stale} {...a11y({ role: 'alert' })}>
      <View className={styles.name}>{t('staleTitle')}</View>
      {isKnown && <View>{t('staleWords')}</View>}
      {isKnown && theirs.map((words) => <View key={words}>{words}</View>)}
      <View className={styles.chips}>
        <Button kind='primary' isBusy={editing.isSaving || !isKnown} onPress={editing.saveOver}>
          {t('saveMine')}
        </Button>
        <Button onPress={editing.takeTheirs}>{t('takeTheirs')}</Button>
      </View>
    </View>
  )
}
