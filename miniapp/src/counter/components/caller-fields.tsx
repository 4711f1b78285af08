import { ASSIST_REASONS } from '@little-bench/shared/people/assist'
import { useText } from '../../platform/i18n/text'
import { ChoiceList } from '../../ui/choice-list'
import { Section } from '../../ui/section'
import { TextInput } from '../../ui/text-input'
import type { Caller, MissingPart, ReadAssisted } from '../assisted-draft'
import { assistedText } from '../assisted-issue.text'
import { counterText } from '../counter.text'
import { REASON_WORDS } from './start-sheet'

interface CallerFieldsProps {
  caller: Caller
  source: ReadAssisted['source']
  missing: readonly MissingPart[]
  onCaller: (caller: Caller) => void
  onSource: (source: string) => void
}

/** Who says it, when nobody knows them here yet: a name to call them by, and a number when there is one. */
export const CallerFields = ({ caller, source, missing, onCaller, onSource }: CallerFieldsProps) => {
  const t = useText(assistedText)
  const tCounter = useText(counterText)
  return (
    <Section title={t('who')}>
      <TextInput
        label={t('caller')}
        isRequired
        value={caller.name}
        onChange={(name) => onCaller({ ...caller, name })}
        error={missing.includes('caller') ? t('callerMissing') : undefined}
      />
      <TextInput
        label={t('phone')}
        hint={t('phoneHint')}
        value={caller.phone}
        onChange={(phone) => onCaller({ ...caller, phone })}
        error={missing.includes('phone') ? t('phoneInvalid') : undefined}
      />
      <ChoiceList<string>
        label={t('source')}
        isRequired
        choices={ASSIST_REASONS.map((each) => ({ value: each, name: tCounter(REASON_WORDS[each]) }))}
        value={source ?? null}
        onChange={onSource}
        error={missing.includes('source') ? t('sourceMissing') : undefined}
      />
    </Section>
  )
}
