import { OfflineWay, useMyCommunity } from '../../../communities'
import { SignedInOnly } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { useSession } from '../../../platform/session'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { RequestForm } from '../../components/request-form'
import { PRIVACY_REQUESTS_KEY } from '../../privacy.api'
import { requestText } from '../../request.text'

/** Asking the community to correct or to delete what one cannot change alone (PIPL 46, 47). */
export default function RequestPage() {
  const t = useText(requestText)
  const isSignedIn = useSession((session) => session.person !== null)
  const actingFor = useSession((session) => session.actingFor)
  const { community, error, retry } = useMyCommunity()
  useRefreshOnShow(PRIVACY_REQUESTS_KEY)
  const title = actingFor ? t('titleFor', actingFor) : t('title')
  // What was sent for one person is not shown to the next.
  if (isSignedIn && community) return <RequestForm key={actingFor?.id} community={community} title={title} />
  return (
    <Page title={title}>
      {error && <ErrorNotice error={error} onRetry={retry} />}
      <SignedInOnly>{!error && <Skeleton cards={2} />}</SignedInOnly>
      <OfflineWay />
    </Page>
  )
}
