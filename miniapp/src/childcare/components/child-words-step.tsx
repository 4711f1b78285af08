import { useText } from '../../platform/i18n/text'
import { TextInput } from '../../ui/text-input'
import { childText } from '../child.text'
import { type ChildDraft, type ChildMistake, pickUpsOf } from '../child-fields'
import { PickUpList } from './pick-up-list'

interface ChildWordsStepProps {
  fields: ChildDraft
  onChange: (fields: Partial<ChildDraft>) => void
  /** What to point out; undefined until the person has tried to go on. */
  mistake: ChildMistake | undefined
}

/** Nickname, year and month of birth, allergies, and who may fetch the child; nothing else is asked for. */
export const ChildWordsStep = ({ fields, onChange, mistake }: ChildWordsStepProps) => {
  const t = useText(childText)
  const isAboutName = mistake === 'nicknameMissing' || mistake === 'nicknameLong'
  return (
    <>
      <TextInput
        label={t('nickname')}
        hint={t('nicknameHint')}
        isRequired
        error={mistake && isAboutName ? t(mistake) : undefined}
        value={fields.nickname}
        onChange={(nickname) => onChange({ nickname })}
      />
      <TextInput
        label={t('year')}
        hint={t('yearHint')}
        isRequired
        error={mistake && !isAboutName ? t(mistake) : undefined}
        type='number'
        maxLength={4}
        value={fields.year}
        onChange={(year) => onChange({ year })}
      />
      <TextInput
        label={t('month')}
        hint={t('monthHint')}
        isRequired
        type='number'
        maxLength={2}
        value={fields.month}
        onChange={(month) => onChange({ month })}
      />
      <TextInput
        label={t('allergiesLabel')}
        hint={t('allergiesHint')}
        maxLength={120}
        value={fields.allergies}
        onChange={(allergies) => onChange({ allergies })}
      />
      <PickUpList pickUps={pickUpsOf(fields)} onChange={(pickUps) => onChange({ pickUps: JSON.stringify(pickUps) })} />
    </>
  )
}
