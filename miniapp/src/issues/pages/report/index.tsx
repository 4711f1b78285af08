import { OfflineWay, useMyCommunity } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { reportText } from '../../report/report.text'
import { ReportForm } from '../../report/report-form'

export default function ReportPage() {
  const t = useText(reportText)
  const { community, error, retry } = useMyCommunity()
  if (community) return <ReportForm community={community} />
  return (
    <Page title={t('title')}>
      {error ? <ErrorNotice error={error} onRetry={retry} /> : <Skeleton cards={4} />}
      <OfflineWay />
    </Page>
  )
}
