import { FACT_KINDS } from '@little-bench/shared/people/facts'
import { useRouter } from '@tarojs/taro'
import { OfflineWay, useMyCommunity } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { useSession } from '../../../platform/session'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { FactClaim } from '../../components/fact-claim'
import { SignedInOnly } from '../../components/signed-in-only'
import { claimText, factsText } from '../../facts.text'
import { useMyFacts } from '../../profile.api'

/** Says one fact about oneself; what is already verified decides whether it is a correction. */
export default function FactPage() {
  const t = useText(claimText)
  const tFacts = useText(factsText)
  const wanted = useRouter().params.kind
  const kind = FACT_KINDS.find((each) => each === wanted)
  const isSignedIn = useSession((session) => session.person !== null)
  const facts = useMyFacts()
  const { community, error, retry } = useMyCommunity()
  if (kind && facts.data && community)
    return (
      <FactClaim
        kind={kind}
        community={community}
        isCorrection={facts.data.items.some((fact) => fact.kind === kind && fact.state === 'verified')}
        now={new Date(facts.dataUpdatedAt)}
      />
    )
  return (
    <Page title={tFacts('facts')}>
      {!kind && <Empty title={t('unknownKind')} />}
      {!isSignedIn && <SignedInOnly />}
      {kind && isSignedIn && !facts.error && !error && <Skeleton cards={2} />}
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {facts.error && <ErrorNotice error={facts.error} onRetry={() => void facts.refetch()} />}
      <OfflineWay />
    </Page>
  )
}
