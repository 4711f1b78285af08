import type { Need } from '@little-bench/shared/work-queue/lifecycle'
import { MAX_NOTE_LENGTH } from '@little-bench/shared/work-queue/limits'
import { View } from '@tarojs/components'
import type { Draft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Skeleton } from '../../ui/skeleton'
import { TextArea } from '../../ui/text-area'
import { moveText } from '../move.text'
import type { useMoveChoices } from '../move-choices.api'
import { moveFieldText } from '../move-field.text'
import type { MoveFields } from '../move-fields'
import { audienceOf, moveKeyOf, needsChoices, takesNote } from '../move-rules'
import { noteWords } from '../move-words'
import type { AllowedMove, WorkItem } from '../work-item.api'
import { AudienceNotice } from './audience-notice'
import { ConvertFields } from './convert-fields'
import { MergeFields } from './merge-fields'
import { InviteField, type MoveFieldProps, OneOfField } from './move-choice-fields'
import styles from './move-fieldset.module.scss'
import { OutcomeFields } from './outcome-fields'
import { SplitFields } from './split-fields'
import { SuspendFields } from './suspend-fields'

interface MoveFieldsetProps {
  item: WorkItem
  asked: AllowedMove
  draft: Draft<MoveFields>
  choices: ReturnType<typeof useMoveChoices>
  /** What the worker tried to send without. */
  missing: readonly Need[]
}

/** The fields of one move, and who reads the note. */
export const MoveFieldset = ({ item, asked, draft, choices, missing }: MoveFieldsetProps) => {
  const t = useText(moveText)
  const fieldText = useText(moveFieldText)
  const { fields, change } = draft
  return (
    <>
      {needsChoices(asked) && choices.isPending && <Skeleton cards={1} />}
      {needsChoices(asked) && choices.error && !choices.data && (
        <ErrorNotice error={choices.error} onRetry={() => void choices.refetch()} />
      )}
      {choices.data && (
        <ChosenFields item={item} asked={asked} draft={draft} choices={choices.data} missing={missing} />
      )}
      {takesNote(asked) && (
        <>
          <AudienceNotice audience={audienceOf(asked)} />
          <TextArea
            {...noteWords(moveKeyOf(asked, item), asked, fieldText)}
            isRequired={asked.needs.includes('note')}
            error={missing.includes('note') ? fieldText('noteMissing') : undefined}
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

const ONE_OF = ['assigneeId', 'queueId', 'serviceCode', 'placeId'] as const

interface ChosenFieldsProps extends MoveFieldProps {
  item: WorkItem
  asked: AllowedMove
}

/** What is chosen out of what may be named now. */
const ChosenFields = ({ item, asked, ...props }: ChosenFieldsProps) => {
  const { needs } = asked
  return (
    <>
      {ONE_OF.filter((need) => needs.includes(need)).map((need) => (
        <OneOfField key={need} {...props} need={need} />
      ))}
      {needs.includes('queueIds') && <InviteField {...props} item={item} />}
      {needs.includes('until') && <SuspendFields {...props} />}
      {needs.includes('parts') && <SplitFields {...props} />}
      {needs.includes('receiptNumber') && <MergeFields {...props} />}
      {needs.includes('service') && <ConvertFields {...props} />}
      {needs.includes('outcome') && <OutcomeFields {...props} />}
    </>
  )
}
