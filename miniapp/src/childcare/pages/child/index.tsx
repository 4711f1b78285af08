import { useRouter } from '@tarojs/taro'
import { OfflineWay, useMyCommunity } from '../../../communities'
import { SignedInOnly, useChildren } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { useSession } from '../../../platform/session'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { childText } from '../../child.text'
import { ChildForm } from '../../components/child-form'

/** Writes a child down, or changes what is written of one. */
export default function ChildPage() {
  const t = useText(childText)
  const childId = useRouter().params.id
  const isSignedIn = useSession((session) => session.person !== null)
  const { community, error, retry } = useMyCommunity()
  const children = useChildren(community?.id)
  const child = children.data?.find(({ id }) => id === childId)
  if (isSignedIn && community && (childId === undefined ? true : child !== undefined))
    return <ChildForm key={childId} communityId={community.id} child={child} />
  const failure = error ?? (children.data ? null : children.error)
  return (
    <Page title={t('newChild')}>
      <SignedInOnly>
        {failure && <ErrorNotice error={failure} onRetry={error ? retry : () => void children.refetch()} />}
        {!failure && !children.data && <Skeleton cards={2} />}
        {children.data && <Empty icon='person' title={t('gone')} next={t('goneNext')} />}
      </SignedInOnly>
      <OfflineWay />
    </Page>
  )
}
