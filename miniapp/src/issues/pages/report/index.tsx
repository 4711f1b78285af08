import { useRouter } from '@tarojs/taro'
import { OfflineWay, useMyCommunity } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { useSession } from '../../../platform/session'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { reportText } from '../../report/report.text'
import { ReportForm } from '../../report/report-form'

export default function ReportPage() {
  const t = useText(reportText)
  const { community, error, retry } = useMyCommunity()
  const { entry } = useRouter().params
  const actingForId = useSession((session) => session.actingFor?.id)
  // A form of its own for each person: how far one is belongs to what is written.
  if (community) return <ReportForm key={actingForId ?? 'own'} community={community} entryId={entry} />
  return (
    <Page title={t('title')}>
      {error ? <ErrorNotice error={error} onRetry={retry} /> : <Skeleton cards={4} />}
      <OfflineWay />
    </Page>
  )
}
