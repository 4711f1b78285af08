import type { canteenContract } from '@little-bench/shared/canteen/contract'
import { canteenEndpoints, kitchenEndpoints } from '@little-bench/shared/canteen/endpoints'
import type { kitchenContract } from '@little-bench/shared/canteen/kitchen.contract'
import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import { addDays, type ServiceDate } from '@little-bench/shared/kernel/time'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'
import { keepSheet, keepSittings, readKeptSheet, readKeptSittings } from './kept-sheets'

type Contract = typeof kitchenContract
export type KitchenSheet = CallResult<Contract['getKitchenSheet']>
export type KitchenOrder = KitchenSheet['orders'][number]
export type DeliverySheet = CallResult<Contract['getDeliverySheet']>
export type DayEnd = CallResult<Contract['getDayEndSheet']>
export type MenuDish = NonNullable<CallInput<Contract['saveMenu']>['body']>['dishes'][number]
export type Payment = NonNullable<CallInput<Contract['recordPayment']>['body']>
export type Outcome = NonNullable<CallInput<Contract['recordDelivery']>['body']>['outcome']
export type KitchenSitting = CallResult<(typeof canteenContract)['listSittings']>['items'][number]

/** What staff do as themselves. */
export const kitchenApi = createClient<Contract>(kitchenEndpoints, { actingFor: null })
const canteenApi = createClient<typeof canteenContract>(canteenEndpoints, { actingFor: null })

export const SHEET_KEY = ['kitchen-sheet'] as const
export const DAY_KEY = ['kitchen-day'] as const

const FRESH_MS = 20_000
const HOUR_MS = 3_600_000

interface SittingRef {
  communityId: string
  slotId: string
}

export const useKitchenCanteens = (communityId: string | undefined) =>
  useQuery({
    queryKey: ['kitchen-canteens', communityId],
    enabled: communityId !== undefined,
    queryFn: async () => (await canteenApi.listCanteens({ params: { communityId: communityId ?? '' } })).items,
    staleTime: HOUR_MS,
  })

/** The sittings of a day; of today also without a network, as they were. A menu is written in Chinese. */
export const useKitchenDay = (communityId: string | undefined, on: ServiceDate) => {
  const personId = useSession((session) => session.person?.id)
  return useQuery({
    queryKey: [...DAY_KEY, communityId, on, personId],
    enabled: communityId !== undefined,
    queryFn: async () => {
      const call = { params: { communityId: communityId ?? '' }, query: { on } }
      const { items } = await canteenApi.listSittings(call, { language: 'zh' })
      keepSittings(on, items)
      return items
    },
    initialData: () => readKeptSittings(on),
    initialDataUpdatedAt: 0,
    refetchInterval: FRESH_MS,
  })
}

/** What to cook and for whom; of today also without a network, as it was. */
export const useKitchenSheet = (params: SittingRef) => {
  const personId = useSession((session) => session.person?.id)
  return useQuery({
    queryKey: [...SHEET_KEY, params.slotId, personId],
    enabled: personId !== undefined,
    queryFn: async () => {
      const sheet = await kitchenApi.getKitchenSheet({ params })
      keepSheet(sheet)
      return sheet
    },
    initialData: () => readKeptSheet(params.slotId),
    initialDataUpdatedAt: 0,
    refetchInterval: FRESH_MS,
  })
}

/** Each reading of doors and telephones is written down: it is asked for once, not again by itself. */
export const useDeliverySheet = (params: SittingRef) => {
  const personId = useSession((session) => session.person?.id)
  return useQuery({
    queryKey: ['delivery-sheet', params.slotId, personId],
    enabled: personId !== undefined,
    queryFn: () => kitchenApi.getDeliverySheet({ params }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

export const useDayEnd = (params: { communityId: string; canteenId: string }, on: ServiceDate) =>
  useQuery({
    queryKey: ['day-end', params, on],
    queryFn: () => kitchenApi.getDayEndSheet({ params, query: { on } }),
  })

export const useSaveSitting = (params: SittingRef) =>
  useWrite(
    (body: { capacity: number; isOpen: boolean }, options) => kitchenApi.saveSitting({ params, body }, options),
    [SHEET_KEY, DAY_KEY],
  )

export const useSaveMenu = (params: NonNullable<CallInput<Contract['saveMenu']>['params']>) =>
  useWrite(
    (dishes: MenuDish[], options) => kitchenApi.saveMenu({ params, body: { dishes } }, options),
    [DAY_KEY, SHEET_KEY],
  )

const WEEK_DAYS = 7

/** The same sitting a week earlier with its sheet; undefined when there was none. */
export const useLastWeek = ({ communityId }: { communityId: string }, sitting: KitchenSitting) =>
  useMutation({
    mutationFn: async () => {
      const query = { on: addDays(sitting.on, -WEEK_DAYS), canteenId: sitting.canteenId }
      const { items } = await canteenApi.listSittings({ params: { communityId }, query }, { language: 'zh' })
      const before = items.find((each) => each.sitting === sitting.sitting)
      if (!before || before.dishes.length === 0) return undefined
      const sheet = await kitchenApi.getKitchenSheet({ params: { communityId, slotId: before.id } })
      return { sitting: before, sheet }
    },
  })

export const useUndoCheckIn = (communityId: string) =>
  useWrite(
    (orderId: string, options) => kitchenApi.undoMealCheckIn({ params: { communityId, orderId } }, options),
    [SHEET_KEY],
  )

export const useRecordPayment = (params: { communityId: string; orderId: string }) =>
  useWrite((body: Payment, options) => kitchenApi.recordPayment({ params, body }, options), [SHEET_KEY])

/** The answer replaces the line on the sheet, which is not read again. */
export const useRecordDelivery = ({ communityId, slotId }: SittingRef) => {
  const queryClient = useQueryClient()
  return useWrite(async ({ orderId, outcome }: { orderId: string; outcome: Outcome }, options) => {
    const order = await kitchenApi.recordDelivery({ params: { communityId, orderId }, body: { outcome } }, options)
    queryClient.setQueriesData<DeliverySheet>(
      { queryKey: ['delivery-sheet', slotId] },
      (sheet) => sheet && withOrder(sheet, order),
    )
    return order
  })
}

const withOrder = (sheet: DeliverySheet, order: KitchenOrder): DeliverySheet => ({
  ...sheet,
  courtyards: sheet.courtyards.map((courtyard) => ({
    ...courtyard,
    orders: courtyard.orders.map((each) => (each.id === order.id ? { ...each, ...order } : each)),
  })),
})
