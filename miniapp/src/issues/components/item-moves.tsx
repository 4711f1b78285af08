import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { WorkItem } from '@little-bench/shared/work-queue/item.contract'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import styles from '../issue.module.scss'
import { issueText } from '../issue.text'
import type { ResidentWords } from '../note-draft'

interface ItemMovesProps {
  item: WorkItem
  /** The time at which the page was drawn. */
  now: Date
  onAsk: (kind: ResidentWords) => void
}

/**
 * What the person who said it may do now besides answering and rating: add, remind, take back, have it done again. While
 * they are asked something there is nothing to add beside the answer.
 */
export const ItemMoves = ({ item, now, onAsk }: ItemMovesProps) => {
  const t = useText(issueText)
  const canMove = (move: string) => item.allowedMoves.some((allowed) => allowed.move === move)
  return (
    <View className={styles.row}>
      {item.canReply && !canMove('answer') && (
        <Button icon='edit' onPress={() => onAsk('add')}>
          {t('add')}
        </Button>
      )}
      {canMove('remind') && (
        <Button icon='bell' onPress={() => onAsk('remind')}>
          {t('remind')}
        </Button>
      )}
      {!canMove('remind') && isRemindedToday(item, now) && <View className={styles.caption}>{t('remindedToday')}</View>}
      {canMove('reopen') && !item.canRate && (
        <Button icon='refresh' onPress={() => onAsk('reopen')}>
          {t('reopen')}
        </Button>
      )}
      {canMove('withdraw') && (
        <Button kind='danger' icon='undo' onPress={() => onAsk('withdraw')}>
          {t('withdraw')}
        </Button>
      )}
    </View>
  )
}

/** The day of Lhasa, as the rule of one reminder a day counts it. */
const isRemindedToday = ({ timeline, state }: WorkItem, now: Date): boolean =>
  state !== 'resolved' &&
  state !== 'closed' &&
  timeline.some(({ kind, at }) => kind === 'reminded' && shanghaiTime(new Date(at)).date === shanghaiTime(now).date)
