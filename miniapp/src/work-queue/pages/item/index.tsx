import { useRouter } from '@tarojs/taro'
import { useText } from '../../../platform/i18n/text'
import { useSession } from '../../../platform/session'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { ItemView } from '../../components/item-view'
import { MoveBar } from '../../components/move-bar'
import { SignInFirst } from '../../components/sign-in-first'
import { useLive } from '../../live/use-live'
import { usePresence } from '../../live/use-presence'
import { useWorkItem } from '../../work-item.api'
import { workQueueText } from '../../work-queue.text'

/** One item on a phone, with the next move under the thumb. */
export default function ItemPage() {
  const t = useText(workQueueText)
  const { communityId = '', id = '' } = useRouter().params
  const isSignedIn = useSession(({ token }) => token !== null)
  const { data: item, error, isLoading, refetch } = useWorkItem({ communityId, id })
  useLive()
  // Only of an item that is theirs to see: nobody is shown as present at a wrong address.
  usePresence(item)
  return (
    <Page isDesk title={t('item')} action={item && <MoveBar key={item.id} item={item} />}>
      {!isSignedIn && <SignInFirst />}
      {isLoading && <Skeleton cards={3} />}
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {item && <ItemView item={item} />}
    </Page>
  )
}
