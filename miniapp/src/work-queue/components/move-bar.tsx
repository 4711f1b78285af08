import type { Move } from '@little-bench/shared/work-queue/lifecycle'
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { moveText } from '../move.text'
import { useMoveChoices } from '../move-choices.api'
import { isOthersTurn, moveKeyOf } from '../move-rules'
import { useIsDesktop } from '../use-is-desktop'
import { useItemMoves } from '../use-item-moves'
import type { WorkItem } from '../work-item.api'
import styles from './move-bar.module.scss'
import { MoveForm } from './move-form'
import { MoveList } from './move-list'

interface MoveBarProps {
  item: WorkItem
  /** A move asked for by the keyboard, taken as soon as the item is here. */
  wanted?: Move | undefined
  onWantedTaken?: () => void
}

/** The recommended next move, large, and the others under 「更多」. */
export const MoveBar = ({ item, wanted, onWantedTaken }: MoveBarProps) => {
  const t = useText(moveText)
  const moves = useItemMoves(item)
  const isFormOpen = moves.asked !== null && moves.asked !== 'list'
  // A wide screen has them before they are asked for; a phone on a weak network asks for what it needs.
  const choices = useMoveChoices(item, useIsDesktop() || isFormOpen)
  const [first, ...others] = item.allowedMoves
  useEffect(() => {
    if (!wanted) return
    onWantedTaken?.()
    moves.startMove(wanted)
    // One key press is one move, whatever else changes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wanted])
  return (
    <>
      <View className={styles.bar}>
        {others.length > 0 && <Button onPress={moves.openList}>{t('moreMoves')}</Button>}
        {first && (
          <View className={styles.first}>
            <Button
              kind={isOthersTurn(item) ? 'plain' : 'primary'}
              isWide
              isBusy={moves.attempt.isPending}
              onPress={() => moves.start(first)}
            >
              {t(moveKeyOf(first, item))}
            </Button>
          </View>
        )}
      </View>
      {moves.asked === 'list' && <MoveList item={item} moves={others} onChoose={moves.start} onClose={moves.close} />}
      {moves.asked !== null && moves.asked !== 'list' && (
        <MoveForm
          key={moves.asked.move}
          item={item}
          asked={moves.asked}
          choices={choices}
          attempt={moves.attempt}
          onClose={moves.close}
        />
      )}
    </>
  )
}
