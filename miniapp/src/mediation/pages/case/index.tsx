import { useRouter } from '@tarojs/taro'
import { SignedInOnly } from '../../../people'
import { CallError } from '../../../platform/call-error'
import { useText } from '../../../platform/i18n/text'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { CASES_KEY, type CaseAccess, useCase } from '../../case.api'
import { caseText } from '../../case.text'
import { CaseView } from '../../components/case-view'
import { CommitteeWay } from '../../components/committee-way'
import { InPersonOnly } from '../../components/in-person-only'

/** One case of one's own. The title says nothing of what it is: it stands in the window. */
export default function CasePage() {
  const t = useText(caseText)
  const { communityId, id } = useRouter().params
  useRefreshOnShow(CASES_KEY)
  return (
    <Page title={t('title')}>
      <InPersonOnly>
        <SignedInOnly>
          {id ? (
            <OwnCase access={{ communityId: communityId ?? '', caseId: id, token: null }} />
          ) : (
            <Empty icon='list' title={t('lost')} next={t('lostNext')} />
          )}
        </SignedInOnly>
      </InPersonOnly>
      <CommitteeWay communityId={communityId} />
    </Page>
  )
}

const OwnCase = ({ access }: { access: CaseAccess }) => {
  const t = useText(caseText)
  const found = useCase(access)
  if (found.data) return <CaseView access={access} found={found.data} />
  if (found.isPending) return <Skeleton cards={3} />
  if (found.error instanceof CallError && found.error.code === 'not_found')
    return <Empty icon='list' title={t('lost')} next={t('lostNext')} />
  return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
}
