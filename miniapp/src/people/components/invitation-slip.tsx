import { spokenCode } from '@little-bench/shared/people/codes'
import type { OneTimeCode } from '@little-bench/shared/people/profile.contract'
import type { StaffInvitation } from '@little-bench/shared/people/staff.contract'
import { dateTimeInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { QrCode } from '../../ui/qr-code'
import { Slip, SlipLine, SlipNumber } from '../../ui/slip'
import { roleText } from '../people.text'
import { staffText } from '../staff.text'

interface InvitationSlipProps {
  invitation: StaffInvitation
  code: OneTimeCode
}

/**
 * The paper for whoever is invited. Its picture holds the digits alone and no address: what opens a desk stands in no
 * browser history and no log.
 */
export const InvitationSlip = ({ invitation: { name, role }, code }: InvitationSlipProps) => {
  const t = useText(staffText)
  const tRole = useText(roleText)
  const words = t('roleAt', { role: tRole(role.role), place: role.scopeName })
  return (
    <Slip title={t('forWhom', { name })} isShownOnce>
      <SlipNumber name={t('isCode')} value={spokenCode(code.code)} />
      <QrCode content={code.code} label={t('qr')} />
      <SlipLine>{t('slipRole', { role: words })}</SlipLine>
      <SlipLine>{t('slipUntil', { until: dateTimeInSentence(code.expiresAt) })}</SlipLine>
      <SlipLine>{t('slipHow')}</SlipLine>
      <SlipLine>{t('slipCare')}</SlipLine>
    </Slip>
  )
}
