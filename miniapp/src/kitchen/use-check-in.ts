import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { CallError } from '../platform/call-error'
import { useText } from '../platform/i18n/text'
import { addWrite, dropWrite, useWaitingWrites } from '../platform/waiting-writes'
import { showToast } from '../ui/toast'
import { checkInText } from './check-in.text'
import { listedOrders, settledWrites } from './check-in-list'
import { CHECK_IN } from './check-in-sender'
import { type KitchenOrder, type KitchenSheet, kitchenApi, SHEET_KEY, useUndoCheckIn } from './kitchen.api'

export type CheckInWay = 'code' | 'name' | 'paper'

interface SheetRef {
  communityId: string
  sheet: KitchenSheet
}

/**
 * Who has come for this sitting. Each check-in is written down here first, with its time, and sent once; without a network
 * it waits. `now` is read when somebody taps.
 */
export const useCheckIn = ({ communityId, sheet }: SheetRef) => {
  const t = useText(checkInText)
  const queryClient = useQueryClient()
  const undoing = useUndoCheckIn(communityId)
  const all = useWaitingWrites(({ writes }) => writes)
  const { slotId, canteenId, orders } = sheet
  const writes = useMemo(
    () => all.filter(({ kind, body }) => kind === CHECK_IN && body.slotId === slotId),
    [all, slotId],
  )
  const sent = writes.filter(({ state }) => state === 'sent').length
  // The server has more than the sheet shows.
  useEffect(() => {
    if (sent > 0) void queryClient.invalidateQueries({ queryKey: SHEET_KEY })
  }, [sent, queryClient])
  useEffect(() => {
    for (const id of settledWrites(orders, writes)) dropWrite(id)
  }, [orders, writes])

  const listed = listedOrders(orders, writes)
  const checkIn = (order: KitchenOrder, way: CheckInWay) => {
    const code: Record<string, string> = way === 'code' ? { code: order.pickUpCode } : {}
    const body = { communityId, canteenId, slotId, orderId: order.id, name: order.name, way, ...code }
    const write = addWrite(CHECK_IN, body, new Date())
    showToast(write ? t('done', { name: order.name }) : t('noRoom'))
  }
  /** By the digits that somebody reads out; whatever is wrong with them is said in a sentence. */
  const checkInByCode = async (code: string): Promise<string | undefined> => {
    const order = orders.find(({ pickUpCode }) => pickUpCode === code)
    if (!order) return whyUnknown()
    const line = listed.find((each) => each.order.id === order.id)
    if (!line) return t('cancelled', order)
    if (line.isServed) return t('already', order)
    checkIn(order, 'code')
    return undefined

    // Only the server knows the codes of other canteens and other sittings.
    async function whyUnknown(): Promise<string> {
      const body = { way: 'code', slotId, code } as const
      const failure: unknown = await kitchenApi
        .checkInMeal({ params: { communityId, canteenId }, body })
        .then(() => queryClient.invalidateQueries({ queryKey: SHEET_KEY }))
        .catch((error: unknown) => error)
      return failure instanceof CallError && failure.message !== '' ? failure.message : t('codeUnknown')
    }
  }
  const undo = ({ order, write }: (typeof listed)[number]) => {
    if (write?.state === 'waiting') return dropWrite(write.id)
    undoing.mutate(order.id, {
      onSuccess: () => {
        if (write) dropWrite(write.id)
        showToast(t('undone'))
      },
    })
  }
  return { listed, writes, checkIn, checkInByCode, undo, undoError: undoing.error, isUndoing: undoing.isPending }
}
