import { spokenDate } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { ChoiceList } from '../../ui/choice-list'
import { TextInput } from '../../ui/text-input'
import { moveFieldText } from '../move-field.text'
import type { MoveFieldProps } from './move-choice-fields'

const DIRECTIONS = ['absorb', 'into'] as const

/** Which other item says the same, and which of the two goes on. */
export const MergeFields = ({ draft, choices, missing }: MoveFieldProps) => {
  const t = useText(moveFieldText)
  const language = useDisplaySettings((settings) => settings.language)
  const { receiptNumber, direction } = draft.fields
  const duplicates = choices.likelyDuplicates.map((duplicate) => ({
    value: duplicate.receiptNumber,
    name: duplicate.title,
    note: `${duplicate.receiptNumber} · ${spokenDate(duplicate.createdAt, language)}`,
  }))
  return (
    <>
      {duplicates.length > 0 && (
        <ChoiceList
          label={t('receiptNumber')}
          hint={t('receiptNumberHint')}
          choices={duplicates}
          value={receiptNumber}
          onChange={(number) => draft.change({ receiptNumber: number })}
        />
      )}
      <TextInput
        label={t(duplicates.length > 0 ? 'receiptNumberTyped' : 'receiptNumber')}
        hint={t('receiptNumberExample')}
        isRequired
        error={missing.includes('receiptNumber') ? t('receiptNumberMissing') : undefined}
        value={receiptNumber}
        onChange={(number) => draft.change({ receiptNumber: number })}
      />
      <ChoiceList
        label={t('direction')}
        isRequired
        error={missing.includes('direction') ? t('directionMissing') : undefined}
        choices={DIRECTIONS.map((each) => ({ value: String(each), name: t(each), note: t(`${each}About`) }))}
        value={direction}
        onChange={(chosen) => draft.change({ direction: chosen })}
      />
    </>
  )
}
