import { DISPUTE_KIND_TEXT } from '@little-bench/shared/mediation/kinds'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { DataTable } from '../../ui/data-table'
import { Section } from '../../ui/section'
import type { Ledger } from '../committee.api'
import { committeeText } from '../committee.text'
import { workStatus } from '../work-words'

/** Counts by kind and month; the committee reads each case too. */
export const LedgerTables = ({ ledger: { byKind, byMonth, cases } }: { ledger: Ledger }) => {
  const t = useText(committeeText)
  const tKind = useText(DISPUTE_KIND_TEXT)
  if (byKind.length === 0) return <View>{t('nothing')}</View>
  return (
    <>
      <Section title={t('byKind')}>
        <DataTable
          label={t('byKind')}
          columns={[t('kind'), t('count'), t('agreedCount'), t('openCount')]}
          rows={byKind.map(({ kind, cases: count, agreed, open }) => ({
            key: kind,
            head: tKind(kind),
            cells: [count, agreed, open],
          }))}
        />
      </Section>
      <Section title={t('byMonth')}>
        <DataTable
          label={t('byMonth')}
          columns={[t('month'), t('count'), t('agreedCount')]}
          rows={byMonth.map(({ month, cases: count, agreed }) => ({ key: month, head: month, cells: [count, agreed] }))}
        />
      </Section>
      {cases !== null && cases.length > 0 && (
        <Section title={t('list')}>
          <DataTable
            label={t('list')}
            columns={[t('number'), t('kind'), t('state'), t('opened'), t('sessions')]}
            rows={cases.map(({ receiptNumber, kind, openedOn, sessions, ...standing }) => ({
              key: receiptNumber,
              head: receiptNumber,
              cells: [tKind(kind), workStatus(standing, t).word, openedOn, sessions],
            }))}
          />
        </Section>
      )}
    </>
  )
}
