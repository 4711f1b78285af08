import { useRouter } from '@tarojs/taro'
import { StaffOnly, useWorkCommunityId } from '../../../people'
import { CallError } from '../../../platform/call-error'
import { useText } from '../../../platform/i18n/text'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { useWorkCase } from '../../committee.api'
import { committeeText } from '../../committee.text'
import { WorkView } from '../../components/work-view'

/** One case for those who work on it. Opening it is a line that both sides can read. */
export default function WorkPage() {
  const t = useText(committeeText)
  const { communityId = '', id = '' } = useRouter().params
  const works = useWorkCommunityId('mediation.work') !== undefined
  const found = useWorkCase({ communityId, caseId: works ? id : '' })
  const isLost = found.error instanceof CallError && found.error.code === 'not_found'
  return (
    <Page isDesk isWide title={t('workTitle')}>
      <StaffOnly permission='mediation.work'>
        {id !== '' && found.isPending && <Skeleton cards={3} />}
        {(id === '' || isLost) && <Empty icon='list' title={t('lost')} next={t('lostNext')} />}
        {found.error && !found.data && !isLost && (
          <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
        )}
        {found.data && <WorkView found={found.data} />}
      </StaffOnly>
    </Page>
  )
}
