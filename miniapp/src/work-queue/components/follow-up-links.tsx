import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { inboxText } from '../inbox.text'
import type { MyQueue } from '../work-item.api'
import styles from './follow-up-links.module.scss'

/** The ways to the calls of this queue and to the register of its community. */
export const FollowUpLinks = ({ queue: { id, followUpsDue, communityId } }: { queue: MyQueue }) => {
  const t = useText(inboxText)
  return (
    <View className={styles.links}>
      <Button shape='start' icon='phone' onPress={() => openPage('work-queue/pages/follow-ups/index', { queueId: id })}>
        {followUpsDue > 0 ? t('followUpsDue', { count: followUpsDue }) : t('followUps')}
      </Button>
      {communityId !== null && (
        <Button
          shape='start'
          icon='forward'
          onPress={() => openPage('work-queue/pages/not-ours/index', { communityId })}
        >
          {t('notOurs')}
        </Button>
      )}
    </View>
  )
}
