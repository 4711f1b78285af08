import { useRouter } from '@tarojs/taro'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { DeskDesktop } from '../../components/desk-desktop'
import { DeskPhone } from '../../components/desk-phone'
import { DESK_KEY } from '../../desk-keys'
import { useLive } from '../../live/use-live'
import { useInbox } from '../../use-inbox'
import { useIsDesktop } from '../../use-is-desktop'
import { useRefreshGesture } from '../../use-refresh-gesture'

/** The staff desk: on a phone a list that opens items above it, on a wide screen queues, list and item side by side. */
export default function InboxPage() {
  const inbox = useInbox(useRouter().params.queueId)
  const isDesktop = useIsDesktop()
  useLive()
  useRefreshOnShow([DESK_KEY])
  useRefreshGesture(inbox.refresh)
  return isDesktop ? <DeskDesktop inbox={inbox} /> : <DeskPhone inbox={inbox} />
}
