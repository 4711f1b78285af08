import { MAX_NOTE_LENGTH } from '@little-bench/shared/work-queue/limits'
import { useText } from '../../platform/i18n/text'
import { TextArea } from '../../ui/text-area'
import { ToggleChips } from '../../ui/toggle-chips'
import { moveFieldText } from '../move-field.text'
import { type MoveFieldProps, OneOfField } from './move-choice-fields'

/** Where it goes, what the resident agreed to take along, and that they were asked. */
export const ConvertFields = (props: MoveFieldProps) => {
  const { draft, missing } = props
  const t = useText(moveFieldText)
  const { agreed, hasConsent } = draft.fields
  return (
    <>
      <OneOfField {...props} need='service' />
      <TextArea
        label={t('agreed')}
        hint={t('agreedHint')}
        isRequired
        error={missing.includes('agreed') ? t('agreedMissing') : undefined}
        limit={MAX_NOTE_LENGTH}
        value={agreed}
        onChange={(words) => draft.change({ agreed: words })}
      />
      <ToggleChips
        label={t('hasConsent')}
        isRequired
        error={missing.includes('hasConsent') ? t('hasConsentMissing') : undefined}
        choices={[{ value: 'yes', name: t('hasConsentYes') }]}
        chosen={hasConsent ? ['yes'] : []}
        onChange={(chosen) => draft.change({ hasConsent: chosen.length > 0 })}
      />
    </>
  )
}
