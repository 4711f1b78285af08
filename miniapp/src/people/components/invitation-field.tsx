import { cleanCode, purposeOfCode, RANDOM_DIGITS } from '@little-bench/shared/people/codes'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { canScan, scanCode } from '../../platform/scan-code'
import { Button } from '../../ui/button'
import { CodeInput } from '../../ui/code-input'
import { staffText } from '../staff.text'

/** The digit that says what for, those drawn at random, and the check digit. */
const LENGTH = RANDOM_DIGITS + 2

export const isInvitation = (digits: string): boolean => purposeOfCode(digits) === 'staff_invitation'

interface InvitationFieldProps {
  value: string
  onChange: (digits: string) => void
  hasTried: boolean
}

/** The code of an invitation, typed or read by the camera; a mistyped digit is told before anything is sent. */
export const InvitationField = ({ value, onChange, hasTried }: InvitationFieldProps) => {
  const t = useText(staffText)
  const [isNotFound, setNotFound] = useState(false)
  const change = (digits: string) => {
    setNotFound(false)
    onChange(digits)
  }
  const scan = async () => {
    const found = await scanCode()
    if (found === undefined) return
    const digits = cleanCode(found)
    setNotFound(!isInvitation(digits))
    if (isInvitation(digits)) onChange(digits)
  }
  return (
    <>
      <CodeInput
        label={t('code')}
        hint={t('codeHint')}
        error={isNotFound ? t('notScanned') : mistakeOf(value, hasTried, t)}
        length={LENGTH}
        value={value}
        onChange={change}
      />
      {canScan && (
        <Button icon='camera' isWide onPress={() => void scan()}>
          {t('scan')}
        </Button>
      )}
    </>
  )
}

const mistakeOf = (code: string, hasTried: boolean, t: ReturnType<typeof useText<typeof staffText>>) => {
  if (code.length === LENGTH) {
    if (isInvitation(code)) return undefined
    return purposeOfCode(code) ? t('otherCode') : t('mistyped')
  }
  if (!hasTried) return undefined
  return code === '' ? t('codeMissing') : t('codeLeft', { count: LENGTH - code.length })
}
