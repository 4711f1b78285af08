import { DISPUTE_KIND_TEXT } from '@little-bench/shared/mediation/kinds'
import { dayInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Slip, SlipLine } from '../../ui/slip'
import type { Ledger } from '../committee.api'
import { committeeText } from '../committee.text'

interface LedgerPaperProps {
  ledger: Ledger
  from: string
  to: string
}

/** Counts by kind on paper: no number of a case leaves the desk with it. */
export const LedgerPaper = ({ ledger: { byKind }, from, to }: LedgerPaperProps) => {
  const t = useText(committeeText)
  const tKind = useText(DISPUTE_KIND_TEXT)
  if (byKind.length === 0) return null
  return (
    <Slip label={t('ledger')} title={t('printTitle', { from: dayInSentence(from), to: dayInSentence(to) })}>
      {byKind.map(({ kind, ...counts }) => (
        <SlipLine key={kind}>{t('printKind', { kind: tKind(kind), ...counts })}</SlipLine>
      ))}
    </Slip>
  )
}
