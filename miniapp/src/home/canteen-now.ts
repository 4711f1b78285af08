import type { canteenContract } from '@little-bench/shared/canteen/contract'
import { canteenEndpoints } from '@little-bench/shared/canteen/endpoints'
import { SITTING_TEXT } from '@little-bench/shared/canteen/meals'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { useQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { useText } from '../platform/i18n/text'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useNow } from '../platform/use-now'
import { homeText } from './home.text'

const canteenApi = createClient<typeof canteenContract>(canteenEndpoints)

/** 「今天午餐还有12份」: the next meal of today that can be ordered; undefined where there is no canteen to ask. */
export const useCanteenNow = (communityId: string, isServed: boolean): string | undefined => {
  const t = useText(homeText)
  const tSitting = useText(SITTING_TEXT)
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  const on = shanghaiTime(useNow()).date
  const { data } = useQuery({
    queryKey: ['sittings', communityId, on, 1, personId, language],
    enabled: isServed,
    queryFn: async () => (await canteenApi.listSittings({ params: { communityId }, query: { on, days: 1 } })).items,
  })
  if (!data) return undefined
  const yours = data.find((sitting) => sitting.yours?.state === 'booked')
  if (yours) return t('mealYours', { sitting: tSitting(yours.sitting) })
  const open = data.find(({ refusal, dishes }) => refusal === null && dishes.length > 0)
  if (open) return t('mealsLeft', { sitting: tSitting(open.sitting), count: open.seatsLeft })
  return t('mealsTomorrow')
}
