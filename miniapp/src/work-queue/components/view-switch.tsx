import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { Segmented } from '../../ui/segmented'
import type { MyQueue, QueueView } from '../work-item.api'
import { workQueueText } from '../work-queue.text'
import styles from './view-switch.module.scss'

interface ViewSwitchProps {
  queue: MyQueue
  view: QueueView
  onChange: (view: QueueView) => void
}

/** 待办, 我的, 已办结, 已结案. */
export const ViewSwitch = ({ queue, view, onChange }: ViewSwitchProps) => {
  const t = useText(workQueueText)
  return (
    <View className={styles.switch}>
      <Segmented
        label={t('views')}
        segments={[
          { value: 'open', name: t('viewCount', { name: t('viewOpen'), count: queue.open }) },
          { value: 'mine', name: t('viewCount', { name: t('viewMine'), count: queue.mine }) },
          { value: 'resolved', name: t('viewResolved') },
          { value: 'closed', name: t('viewClosed') },
        ]}
        value={view}
        onChange={onChange}
      />
    </View>
  )
}
