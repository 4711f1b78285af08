import type { FactKind } from '@little-bench/shared/people/facts'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { ChoiceList } from '../../ui/choice-list'
import { TextInput } from '../../ui/text-input'
import { ToggleChips } from '../../ui/toggle-chips'
import type { FactFields, FactMistake } from '../fact-fields'
import { claimText } from '../facts.text'
import styles from '../people.module.scss'
import { HomeChoice } from './home-choice'

interface FactValueFieldProps {
  kind: FactKind
  fields: FactFields
  onChange: (fields: Partial<FactFields>) => void
  /** What to point out; undefined until the person has tried to go on. */
  mistake: FactMistake | undefined
  communityName: string
}

/** What is asked for a kind: numbers for a birth date, courtyards for a home, a plain question where yes is all there is. */
export const FactValueField = ({ kind, fields, onChange, mistake, communityName }: FactValueFieldProps) => {
  const t = useText(claimText)
  const error = mistake && mistake !== 'placeMissing' ? t(mistake) : undefined
  switch (kind) {
    case 'birth_date':
      return <BirthDateField fields={fields} onChange={onChange} error={error} />
    case 'residence':
      return (
        <HomeChoice value={fields.home} onChange={(home) => onChange({ home })} isMissing={mistake !== undefined} />
      )
    case 'workplace':
      return (
        <TextInput
          label={t('workplaceName')}
          hint={t('workplaceHint', { community: communityName })}
          isRequired
          error={error}
          maxLength={60}
          value={fields.workplace}
          onChange={(workplace) => onChange({ workplace })}
        />
      )
    case 'language':
      return <LanguageField fields={fields} onChange={onChange} error={error} />
    default:
      return (
        <>
          <View className={styles.name}>{t(kind)}</View>
          <View className={styles.line}>{t('yesOnly')}</View>
        </>
      )
  }
}

type PartProps = Pick<FactValueFieldProps, 'fields' | 'onChange'> & { error: string | undefined }

/** Three short numbers: a calendar that starts today is a long way from 1949. */
const BirthDateField = ({ fields, onChange, error }: PartProps) => {
  const t = useText(claimText)
  return (
    <>
      <TextInput
        label={t('year')}
        hint={t('yearHint')}
        isRequired
        error={error}
        type='number'
        maxLength={4}
        value={fields.year}
        onChange={(year) => onChange({ year })}
      />
      <TextInput
        label={t('month')}
        isRequired
        type='number'
        maxLength={2}
        value={fields.month}
        onChange={(month) => onChange({ month })}
      />
      <TextInput
        label={t('day')}
        isRequired
        type='number'
        maxLength={2}
        value={fields.day}
        onChange={(day) => onChange({ day })}
      />
    </>
  )
}

const LanguageField = ({ fields, onChange, error }: PartProps) => {
  const t = useText(claimText)
  return (
    <>
      <ChoiceList<'zh' | 'bo'>
        label={t('whichLanguage')}
        isRequired
        error={error}
        choices={[
          { value: 'bo', name: t('bo') },
          { value: 'zh', name: t('zh') },
        ]}
        value={fields.language}
        onChange={(language) => onChange({ language })}
      />
      <ToggleChips
        label={t('interpreter')}
        choices={[{ value: 'yes', name: t('needsInterpreter') }]}
        chosen={fields.needsInterpreter ? ['yes'] : []}
        onChange={(chosen) => onChange({ needsInterpreter: chosen.length > 0 })}
      />
    </>
  )
}
