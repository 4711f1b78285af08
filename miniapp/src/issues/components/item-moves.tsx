import type { WorkItem } from '@little-bench/shared/work-queue/contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import styles from '../issue.module.scss'
import { issueText } from '../issue.text'
import { MoveDialog } from './move-dialog'

/** What the person who said it may do now besides rating: take it back, or ask for it to be done again. */
export const ItemMoves = ({ item }: { item: WorkItem }) => {
  const t = useText(issueText)
  const [open, setOpen] = useState<'withdraw' | 'reopen' | null>(null)
  const canMove = (move: string) => item.allowedMoves.some((allowed) => allowed.move === move)
  return (
    <View className={styles.row}>
      {canMove('reopen') && !item.canRate && (
        <Button icon='refresh' onPress={() => setOpen('reopen')}>
          {t('reopen')}
        </Button>
      )}
      {canMove('withdraw') && (
        <Button kind='danger' icon='undo' onPress={() => setOpen('withdraw')}>
          {t('withdraw')}
        </Button>
      )}
      {open && <MoveDialog key={open} move={open} item={item} onClose={() => setOpen(null)} />}
    </View>
  )
}
