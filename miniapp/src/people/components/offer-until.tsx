import { addMonths } from '@little-bench/shared/people/grants'
import { dayInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { ChoiceList } from '../../ui/choice-list'
import { DayInput } from '../../ui/day-input'
import { offerText } from '../grants.text'
import { PERIODS, type Period } from '../offer-fields'
import type { OfferPartProps } from './offer-form'

const NAMES = { '1': 'months1', '3': 'months3', '6': 'months6', '12': 'months12', day: 'aDay' } as const

/** Step 3: until when, each period with the day on which it ends. */
export const OfferUntil = ({ fields, onChange, today, hasTried }: OfferPartProps) => {
  const t = useText(offerText)
  return (
    <>
      <ChoiceList<Period>
        label={t('until')}
        hint={t('untilHint')}
        isRequired
        error={hasTried && fields.period === null ? t('untilMissing') : undefined}
        choices={PERIODS.map((value) => ({
          value,
          name: t(NAMES[value]),
          note: value === 'day' ? undefined : t('untilDate', { date: dayInSentence(addMonths(today, Number(value))) }),
        }))}
        value={fields.period}
        onChange={(period) => onChange({ period })}
      />
      {fields.period === 'day' && (
        <DayInput
          label={t('whichDay')}
          kind='date'
          isRequired
          error={hasTried ? t('untilWrong') : undefined}
          value={fields.day}
          onChange={(day) => onChange({ day })}
        />
      )}
    </>
  )
}
