import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { hasPermission } from '@little-bench/shared/people/permissions'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useMyCommunity } from '../../../communities'
import { StaffOnly, useWorkCommunityId } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { useSession } from '../../../platform/session'
import { Card } from '../../../ui/card'
import { DayInput } from '../../../ui/day-input'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { useMediationLedger } from '../../committee.api'
import { committeeText } from '../../committee.text'
import { LedgerPaper } from '../../components/ledger-paper'
import { LedgerTables } from '../../components/ledger-tables'
import styles from '../../mediation.module.scss'

/** Cases and counts by kind, for the committee and those above it; on paper the counts alone. */
export default function MediationLedgerPage() {
  const t = useText(committeeText)
  const roles = useSession((session) => session.person?.roles) ?? []
  // Those above the communities are at home in none.
  const isAbove = roles.some(
    ({ role, communityId }) => communityId === null && hasPermission([role], 'mediation.oversee'),
  )
  return (
    <Page isDesk isWide title={t('ledgerTitle')}>
      {isAbove ? (
        <LedgerOfYear />
      ) : (
        <StaffOnly permission='mediation.oversee'>
          <LedgerOfYear />
        </StaffOnly>
      )}
    </Page>
  )
}

const LedgerOfYear = () => {
  const t = useText(committeeText)
  const own = useWorkCommunityId('mediation.lead')
  const { community } = useMyCommunity()
  const [today] = useState(() => shanghaiTime(new Date()).date)
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`)
  const [to, setTo] = useState<string>(today)
  const ledger = useMediationLedger(own ?? community?.id, from, to)
  return (
    <>
      <View className={styles.grid}>
        <DayInput kind='date' label={t('from')} value={from} onChange={setFrom} />
        <DayInput kind='date' label={t('to')} value={to} onChange={setTo} />
      </View>
      {from > to && <Card tint='amber'>{t('rangeWrong')}</Card>}
      {from <= to && ledger.isPending && <Skeleton cards={2} />}
      {ledger.error && !ledger.data && <ErrorNotice error={ledger.error} onRetry={() => void ledger.refetch()} />}
      {ledger.data && (
        <>
          {ledger.data.cases === null && <Card>{t('countsOnly')}</Card>}
          <LedgerTables ledger={ledger.data} />
          <LedgerPaper ledger={ledger.data} from={from} to={to} />
        </>
      )}
    </>
  )
}
