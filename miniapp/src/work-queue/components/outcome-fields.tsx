import { UNWORKED_OUTCOMES } from '@little-bench/shared/work-queue/lifecycle'
import { MAX_NAME_LENGTH } from '@little-bench/shared/work-queue/limits'
import { useText } from '../../platform/i18n/text'
import { ChoiceList } from '../../ui/choice-list'
import { TextInput } from '../../ui/text-input'
import { moveFieldText } from '../move-field.text'
import { destinationOf, isPhone, isTitleTooLong, noteFor, phoneOf } from '../move-fields'
import type { MoveFieldProps } from './move-choice-fields'

/** Why nobody works on it; for what is not ours, where the resident goes instead and what to say, as the catalogue knows it. */
export const OutcomeFields = ({ draft, choices, missing }: MoveFieldProps) => {
  const t = useText(moveFieldText)
  const { fields, change } = draft
  const phone = phoneOf(fields, choices)
  return (
    <>
      <ChoiceList
        label={t('outcome')}
        isRequired
        error={missing.includes('outcome') ? t('outcomeMissing') : undefined}
        choices={UNWORKED_OUTCOMES.map((outcome) => ({
          value: String(outcome),
          name: t(outcome),
          note: t(`${outcome}About`),
        }))}
        value={fields.outcome}
        onChange={(outcome) => change({ outcome, note: noteFor(outcome, fields, choices) })}
      />
      {fields.outcome === 'not_ours' && (
        <>
          <TextInput
            label={t('destination')}
            error={
              isTitleTooLong(destinationOf(fields, choices)) ? t('partTooLong', { most: MAX_NAME_LENGTH }) : undefined
            }
            value={fields.destination ?? choices.notOurs?.destination ?? ''}
            onChange={(destination) => change({ destination })}
          />
          <TextInput
            label={t('destinationPhone')}
            error={phone !== '' && !isPhone(phone) ? t('phoneWrong') : undefined}
            value={fields.destinationPhone ?? choices.notOurs?.phone ?? ''}
            onChange={(destinationPhone) => change({ destinationPhone })}
          />
        </>
      )}
    </>
  )
}
