import { OfflineWay, useMyCommunity } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { useSession } from '../../../platform/session'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { snapText } from '../../report/snap.text'
import { SnapForm } from '../../report/snap-form'

export default function SnapPage() {
  const t = useText(snapText)
  const { community, error, retry } = useMyCommunity()
  const actingForId = useSession((session) => session.actingFor?.id)
  if (community) return <SnapForm key={actingForId ?? 'own'} community={community} />
  return (
    <Page title={t('title')}>
      {error ? <ErrorNotice error={error} onRetry={retry} /> : <Skeleton cards={4} />}
      <OfflineWay />
    </Page>
  )
}
