import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useMyCommunity } from '../../../communities'
import { SignedInOnly } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { useSession } from '../../../platform/session'
import { toTop } from '../../../platform/to-top'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { CarriedRequest } from '../../components/carried-request'
import { CommitteeWay } from '../../components/committee-way'
import { HelpFirst } from '../../components/help-first'
import { InPersonOnly } from '../../components/in-person-only'
import { RequestForm } from '../../components/request-form'
import { SafetyQuestion } from '../../components/safety-question'
import { requestText } from '../../request.text'

/** Asking for mediation: first whether anybody is in danger, then the form. */
export default function RequestPage() {
  const t = useText(requestText)
  const { fromWorkItemId } = useRouter().params
  const { community, error, retry } = useMyCommunity()
  const isSignedIn = useSession((session) => session.person !== null)
  const isActing = useSession((session) => session.actingFor !== null)
  const [answer, setAnswer] = useState<'safe' | 'unsafe' | null>(null)
  const show = (next: typeof answer) => {
    setAnswer(next)
    toTop()
  }
  const isServed = community?.services.includes('mediation') === true
  if (isServed && !isActing && answer === null) return <SafetyQuestion onAnswer={show} />
  if (isServed && !isActing && answer === 'unsafe')
    return <HelpFirst communityId={community.id} onBack={() => show(null)} />
  if (isServed && !isActing && isSignedIn && fromWorkItemId)
    return <CarriedRequest communityId={community.id} workItemId={fromWorkItemId} />
  if (isServed && !isActing && isSignedIn) return <RequestForm communityId={community.id} />
  return (
    <Page title={t('title')}>
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {!community && !error && <Skeleton cards={2} />}
      {community && !isServed && (
        <Empty icon='bench' title={t('notHere', { community: community.name })} next={t('notHereNext')} />
      )}
      {isServed && (
        <InPersonOnly>
          <SignedInOnly />
        </InPersonOnly>
      )}
      <CommitteeWay />
    </Page>
  )
}
