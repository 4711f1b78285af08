import { type Need, UNWORKED_OUTCOMES } from '@little-bench/shared/work-queue/lifecycle'
import { MAX_NOTE_LENGTH } from '@little-bench/shared/work-queue/limits'
import { View } from '@tarojs/components'
import type { Draft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { ChoiceList } from '../../ui/choice-list'
import { TextArea } from '../../ui/text-area'
import { type MoveFields, takesNote } from '../move-rules'
import { noteWords } from '../move-words'
import type { AllowedMove, WorkItem } from '../work-item.api'
import { workQueueText } from '../work-queue.text'
import { AudienceNotice } from './audience-notice'
import styles from './move-fieldset.module.scss'

interface MoveFieldsetProps {
  item: WorkItem
  asked: AllowedMove
  draft: Draft<MoveFields>
  /** What the worker tried to send without. */
  missing: readonly Need[]
}

/** More names than this are easier to search than to read. */
const SEARCH_FROM = 8

/** The fields of one move, and who reads the note. */
export const MoveFieldset = ({ item, asked, draft, missing }: MoveFieldsetProps) => {
  const t = useText(workQueueText)
  const { needs } = asked
  const { fields, change } = draft
  return (
    <>
      {needs.includes('assigneeId') && (
        <ChoiceList
          label={t('assigneeId')}
          isRequired
          error={missing.includes('assigneeId') ? t('assigneeMissing') : undefined}
          hasSearch={item.dispatchCandidates.length >= SEARCH_FROM}
          choices={item.dispatchCandidates.map(({ id, name }) => ({ value: id as string, name }))}
          value={fields.assigneeId}
          onChange={(assigneeId) => change({ assigneeId })}
        />
      )}
      {needs.includes('outcome') && (
        <ChoiceList
          label={t('outcome')}
          isRequired
          error={missing.includes('outcome') ? t('outcomeMissing') : undefined}
          choices={UNWORKED_OUTCOMES.map((outcome) => ({
            value: outcome as string,
            name: t(outcome),
            note: t(`${outcome}About`),
          }))}
          value={fields.outcome}
          onChange={(outcome) => change({ outcome })}
        />
      )}
      {takesNote(asked) && (
        <>
          <AudienceNotice asked={asked} />
          <TextArea
            {...noteWords(asked, t)}
            isRequired={needs.includes('note')}
            error={missing.includes('note') ? t('noteMissing') : undefined}
            limit={MAX_NOTE_LENGTH}
            value={fields.note}
            onChange={(note) => change({ note })}
          />
        </>
      )}
      {draft.wasRestored && (
        <View className={styles.restored}>
          {t('draftKept')}
          <Button kind='quiet' onPress={draft.clear}>
            {t('startAfresh')}
          </Button>
        </View>
      )}
    </>
  )
}
