import type { MediationLanguage } from '@little-bench/shared/mediation/contract'
import { useText } from '../../platform/i18n/text'
import { ChoiceList } from '../../ui/choice-list'
import { TickBox } from '../../ui/tick-box'
import { invitationText } from '../invitation.text'
import { LANGUAGES } from '../mediation-words'
import { requestText } from '../request.text'

export interface Spoken {
  needsInterpreter: boolean
  language?: MediationLanguage
}

interface SpokenChoiceProps {
  value: Spoken
  onChange: (spoken: Spoken) => void
}

/** Whether the other side needs an interpreter, and only then for which tongue. */
export const SpokenChoice = ({ value, onChange }: SpokenChoiceProps) => {
  const t = useText(invitationText)
  const tTongue = useText(requestText)
  return (
    <>
      <TickBox
        words={t('interpreter')}
        isTicked={value.needsInterpreter}
        onChange={(needsInterpreter) => onChange({ needsInterpreter })}
      />
      {value.needsInterpreter && (
        <ChoiceList<MediationLanguage>
          label={tTongue('language')}
          hint={tTongue('languageHint')}
          choices={LANGUAGES.map((language) => ({ value: language, name: tTongue(language) }))}
          value={value.language ?? null}
          onChange={(language) => onChange({ ...value, language })}
        />
      )}
    </>
  )
}
