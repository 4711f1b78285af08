import { View } from '@tarojs/components'
import { type Translate, useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { DataTable } from '../../ui/data-table'
import { gridRedrawText } from '../grid-redraw.text'
import type { RedrawMove } from '../oversight.api'
import { goesElsewhere } from '../redraw-plan'
import { useIsDesktop } from '../use-is-desktop'
import styles from './redraw.module.scss'

interface RedrawMovesProps {
  title: string
  moves: readonly RedrawMove[]
}

/** Items of a plan: a table where there is room, else one below another. */
export const RedrawMoves = ({ title, moves }: RedrawMovesProps) => {
  const t = useText(gridRedrawText)
  const isDesktop = useIsDesktop()
  return (
    <View className={styles.group}>
      <View className={styles.name} {...a11y({ role: 'heading', level: 3 })}>
        {title}
      </View>
      {isDesktop ? (
        <DataTable
          label={title}
          columns={[t('number'), t('subject'), t('fromTo'), t('why')]}
          rows={moves.map((move) => ({
            key: move.workItemId,
            head: move.receiptNumber,
            cells: [move.title, changeWords(move, t), t(move.because)],
          }))}
        />
      ) : (
        <View {...a11y({ role: 'list', label: title })}>
          {moves.map((move) => (
            <View key={move.workItemId} className={styles.move} {...a11y({ role: 'listitem' })}>
              <View className={styles.name}>{move.title}</View>
              <View>{changeWords(move, t)}</View>
              <View>{t(move.because)}</View>
              <View className={styles.number}>{move.receiptNumber}</View>
            </View>
          ))}
        </View>
      )}
    </View>
  )
}

const changeWords = (move: RedrawMove, t: Translate<typeof gridRedrawText>) => {
  const { fromGridCell, toGridCell, fromQueue, toQueue } = move
  const from = fromGridCell ?? fromQueue
  if (!goesElsewhere(move)) return t('unchanged', { from })
  // In the same cell only the queue tells where it goes.
  return fromGridCell === toGridCell
    ? t('change', { from: fromQueue, to: toQueue })
    : t('change', { from, to: toGridCell ?? toQueue })
}
