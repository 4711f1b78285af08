import { WORK_ITEM_STATES } from '@little-bench/shared/work-queue/lifecycle'
import { MAX_NAME_LENGTH } from '@little-bench/shared/work-queue/limits'
import { View } from '@tarojs/components'
import { useCommunity } from '../../communities'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Page } from '../../ui/page'
import { TextInput } from '../../ui/text-input'
import { ToggleChips } from '../../ui/toggle-chips'
import type { ReplyTemplate } from '../reply-template.api'
import { replyTemplateText } from '../reply-template.text'
import { listOf, wordsOf } from '../template-draft'
import { useLeadsCommunity } from '../use-leads-community'
import { useTemplateEditing } from '../use-template-editing'
import styles from './template.module.scss'
import { TemplatePreview } from './template-preview'
import { TemplateStale } from './template-stale'
import { TemplateWords } from './template-words'

interface TemplateFormProps {
  communityId: string
  /** The newest version; undefined while a new template is written. */
  template: ReplyTemplate | undefined
}

/** What the template says in both languages, how it will read, and where it is offered. */
export const TemplateForm = ({ communityId, template }: TemplateFormProps) => {
  const t = useText(replyTemplateText)
  const canEdit = useLeadsCommunity(communityId)
  const catalogue = useCommunity(communityId).data?.catalogue ?? []
  const editing = useTemplateEditing(communityId, template)
  const { fields, change, wasRestored, clear } = editing.draft
  const nameMistake = editing.mistakes.find((mistake) => mistake === 'nameMissing' || mistake === 'nameTooLong')
  if (!canEdit) {
    return (
      <Page isDesk title={t('lookTitle')}>
        <View className={styles.words}>{t('readOnly')}</View>
        <View className={styles.name}>{fields.name}</View>
        <TemplatePreview zh={fields.zh} bo={fields.bo} />
      </Page>
    )
  }
  return (
    <Page
      isDesk
      title={t(template ? 'editTitle' : 'newTitle')}
      action={
        !editing.isStale && (
          <Button kind='primary' isWide isBusy={editing.isSaving} onPress={editing.save}>
            {t('save')}
          </Button>
        )
      }
    >
      {wasRestored && (
        <View className={styles.head}>
          {t('draftKept')}
          <Button kind='quiet' onPress={clear}>
            {t('startAfresh')}
          </Button>
        </View>
      )}
      {editing.isStale && template && <TemplateStale template={template} editing={editing} />}
      {editing.error && !editing.isStale && <ErrorNotice error={editing.error} onRetry={editing.save} />}
      <TextInput
        label={t('name')}
        hint={t('nameHint')}
        isRequired
        error={
          nameMistake &&
          (nameMistake === 'nameMissing' ? t('nameMissing') : t('nameTooLong', { limit: MAX_NAME_LENGTH }))
        }
        value={fields.name}
        onChange={(name) => change({ name })}
      />
      <TemplateWords
        language='zh'
        value={fields.zh}
        isMissing={editing.mistakes.includes('zhMissing')}
        onChange={(zh) => change({ zh })}
      />
      <TemplateWords language='bo' value={fields.bo} isMissing={false} onChange={(bo) => change({ bo })} />
      <TemplatePreview zh={fields.zh} bo={fields.bo} />
      <ToggleChips
        label={t('serviceCodes')}
        hint={t('serviceCodesHint')}
        choices={catalogue.map(({ serviceCode, name }) => ({ value: String(serviceCode), name }))}
        chosen={listOf(fields.serviceCodes)}
        onChange={(codes) => change({ serviceCodes: wordsOf(codes) })}
      />
      <ToggleChips
        label={t('states')}
        hint={t('statesHint')}
        choices={WORK_ITEM_STATES.map((state) => ({ value: String(state), name: t(state) }))}
        chosen={listOf(fields.states)}
        onChange={(states) => change({ states: wordsOf(states) })}
      />
      {fields.isRetired && <View className={styles.words}>{t('retiredNow')}</View>}
      {template && (
        <Button kind={fields.isRetired ? 'plain' : 'danger'} onPress={() => change({ isRetired: !fields.isRetired })}>
          {t(fields.isRetired ? 'restore' : 'retire')}
        </Button>
      )}
    </Page>
  )
}
