import type { Community } from '@little-bench/shared/communities/contract'
import { useRouter } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { OfflineWay, useMyCommunity } from '../../communities'
import { SignedInOnly } from '../../people'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import { useRefreshOnShow } from '../../platform/use-refresh-on-show'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { PROOF_KEY, type ProofOfLife, useProof } from '../proof.api'
import { proofText } from '../proof.text'

interface Known {
  community: Community
  proof: ProofOfLife
}

interface PensionPageProps {
  title: string
  action?: (known: Known) => ReactNode
  /** What stands there for everybody, signed in or not. */
  below?: (community: Community) => ReactNode
  children: (known: Known) => ReactNode
}

/** The frame of each page about somebody's proof of life: how it stands, and beside it the way without a phone. */
export const PensionPage = ({ title, action, below, children }: PensionPageProps) => {
  const t = useText(proofText)
  const isSignedIn = useSession((session) => session.person !== null)
  const { community, error, retry } = useMyCommunity()
  useAskedCommunity()
  const isServed = community?.services.includes('pension') === true
  const proof = useProof(isServed ? community.id : undefined)
  useRefreshOnShow(PROOF_KEY)
  const failure = error ?? (proof.data ? null : proof.error)
  const known = community && proof.data ? { community, proof: proof.data } : undefined
  return (
    <Page title={title} action={known && action?.(known)}>
      {failure && <ErrorNotice error={failure} onRetry={error ? retry : () => void proof.refetch()} />}
      {community && !isServed && (
        <Empty icon='home' title={t('notHere', { community: community.name })} next={t('notHereNext')} />
      )}
      {!failure && (!community || (isServed && isSignedIn && !proof.data)) && <Skeleton cards={3} />}
      {isServed && !isSignedIn && <SignedInOnly />}
      {known && children(known)}
      {isServed && below?.(community)}
      <OfflineWay />
    </Page>
  )
}

/** A link from a group names a community; it is for whoever is not signed in, and so not at home anywhere. */
const useAskedCommunity = () => {
  const { communityId } = useRouter().params
  useEffect(() => {
    const { person, chooseCommunity } = useSession.getState()
    if (communityId !== undefined && person === null) chooseCommunity(communityId)
  }, [communityId])
}
