import { SUSPENSION_REASONS } from '@little-bench/shared/work-queue/events'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { useNow } from '../../platform/use-now'
import { ChoiceList } from '../../ui/choice-list'
import { DayInput } from '../../ui/day-input'
import { moveFieldText } from '../move-field.text'
import { resumeInstant, suspensionDays } from '../move-fields'
import type { MoveFieldProps } from './move-choice-fields'

/** Why it does not go on and until which day; the resident reads both. */
export const SuspendFields = ({ draft, choices, missing }: MoveFieldProps) => {
  const t = useText(moveFieldText)
  const days = suspensionDays(useNow(), choices.suspendAtMostUntil)
  return (
    <>
      <ChoiceList
        label={t('reason')}
        isRequired
        error={missing.includes('reason') ? t('reasonMissing') : undefined}
        choices={SUSPENSION_REASONS.map((reason) => ({ value: String(reason), name: t(reason) }))}
        value={draft.fields.reason}
        onChange={(reason) => draft.change({ reason })}
      />
      <DayInput
        kind='date'
        label={t('until')}
        isRequired
        hint={days && t('untilHint', { date: dateInSentence(resumeInstant(days.last)) })}
        error={missing.includes('until') ? t('untilMissing') : undefined}
        value={draft.fields.until ?? ''}
        onChange={(until) => draft.change({ until: until === '' ? null : until })}
      />
    </>
  )
}
