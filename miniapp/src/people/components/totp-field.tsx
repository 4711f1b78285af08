import { TOTP_DIGITS } from '@little-bench/shared/people/sign-in'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { CodeInput } from '../../ui/code-input'
import { FieldKeypad } from '../../ui/keypad'
import { staffText } from '../staff.text'

interface TotpFieldProps {
  value: string
  onChange: (digits: string) => void
  hasTried: boolean
}

export const isWholeTotp = (digits: string): boolean => digits.length === TOTP_DIGITS

/** The six digits of an authenticator app. */
export const TotpField = ({ value, onChange, hasTried }: TotpFieldProps) => {
  const t = useText(staffText)
  const isElderMode = useDisplaySettings((settings) => settings.isElderMode)
  const field = { value, onChange, length: TOTP_DIGITS }
  return (
    <>
      <CodeInput
        label={t('digits')}
        hint={t('digitsHint')}
        error={hasTried && !isWholeTotp(value) ? t('digitsMissing') : undefined}
        group={3}
        isFromMessage
        {...field}
      />
      {isElderMode && <FieldKeypad label={t('digits')} {...field} />}
    </>
  )
}
