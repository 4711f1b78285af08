import { MAX_NOTE_LENGTH } from '@little-bench/shared/work-queue/limits'
import { useEffect } from 'react'
import { useText } from '../../platform/i18n/text'
import { TextArea } from '../../ui/text-area'
import { ToggleChips } from '../../ui/toggle-chips'
import { moveFieldText } from '../move-field.text'
import { type MoveFieldProps, OneOfField } from './move-choice-fields'

/** Where it goes, what the resident agreed to take along, and that they were asked. */
export const ConvertFields = (props: MoveFieldProps) => {
  const { draft, missing } = props
  const t = useText(moveFieldText)
  const { change, wasRestored } = draft
  const { agreed, hasConsent } = draft.fields
  // The words of an earlier day are still there; whether the resident agrees to them is asked each time.
  useEffect(() => {
    if (wasRestored) change({ hasConsent: false })
  }, [wasRestored, change])
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
        onChange={(words) => change({ agreed: words })}
      />
      <ToggleChips
        label={t('hasConsent')}
        isRequired
        error={missing.includes('hasConsent') ? t('hasConsentMissing') : undefined}
        choices={[{ value: 'yes', name: t('hasConsentYes') }]}
        chosen={hasConsent ? ['yes'] : []}
        onChange={(chosen) => change({ hasConsent: chosen.length > 0 })}
      />
    </>
  )
}
