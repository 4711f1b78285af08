import type { Move } from '@little-bench/shared/work-queue/lifecycle'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Skeleton } from '../../ui/skeleton'
import { useWorkItem, type WorkItemRef } from '../work-item.api'
import { workQueueText } from '../work-queue.text'
import styles from './item-panel.module.scss'
import { ItemView } from './item-view'
import { MoveBar } from './move-bar'

interface ItemPanelProps {
  open: WorkItemRef | undefined
  wanted: Move | undefined
  onWantedTaken: () => void
}

/** The third column: the open item above, its moves always in view below. */
export const ItemPanel = ({ open, wanted, onWantedTaken }: ItemPanelProps) => {
  const t = useText(workQueueText)
  const { data: item, error, isLoading, refetch } = useWorkItem(open)
  if (!open) return <Empty title={t('pickOne')} next={t('pickOneNext')} />
  return (
    <View className={styles.panel}>
      <View className={styles.body}>
        {isLoading && <Skeleton cards={3} />}
        {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {item && <ItemView item={item} />}
      </View>
      {item && item.allowedMoves.length > 0 && (
        <View className={styles.moves}>
          <MoveBar item={item} wanted={wanted} onWantedTaken={onWantedTaken} />
        </View>
      )}
    </View>
  )
}
