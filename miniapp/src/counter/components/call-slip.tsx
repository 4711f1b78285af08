import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Slip, SlipLine } from '../../ui/slip'
import type { Call } from '../call.api'
import { callText } from '../call.text'
import { useStaffCommunity } from '../use-staff-community'
import { OfflineLines } from './offline-lines'

/** The same words on paper; what is for the person alone is not left lying in a house. */
export const CallSlip = ({ call: { person, lines } }: { call: Call }) => {
  const t = useText(callText)
  const community = useStaffCommunity('call.record')
  const shown = lines.filter(({ isConfidential }) => !isConfidential)
  return (
    <Slip title={t('slipTitle', { name: person.name })}>
      {shown.map(({ at, text }) => (
        <SlipLine key={`${at}${text}`}>{t('slipLine', { date: dateInSentence(at), text })}</SlipLine>
      ))}
      {shown.length < lines.length && <SlipLine>{t('slipHidden')}</SlipLine>}
      <OfflineLines community={community} />
    </Slip>
  )
}
