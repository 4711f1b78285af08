import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { pensionContract } from '@little-bench/shared/pension/contract'
import { pensionEndpoints } from '@little-bench/shared/pension/endpoints'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../platform/i18n/text'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useNow } from '../platform/use-now'
import { homeText } from './home.text'

const pensionApi = createClient<typeof pensionContract>(pensionEndpoints)
const DAY_MS = 86_400_000

/**
 * 「认证还剩14天」, for whoever has begun with it. Of anybody else nobody knows whether they draw a pension: they only read
 * what can be done here.
 */
export const usePensionNow = (communityId: string, isServed: boolean): string | undefined => {
  const t = useText(homeText)
  const personId = useSession((session) => session.person?.id)
  const principalId = useSession((session) => session.actingFor?.id)
  const today = shanghaiTime(useNow()).date
  const { data } = useQuery({
    // Beside that of the pages of the service, so that what is written there is read again here.
    queryKey: ['proof-of-life', 'home', communityId, personId, principalId],
    enabled: isServed && personId !== undefined,
    queryFn: () => pensionApi.getProofOfLife({ params: { communityId } }),
  })
  if (!isServed) return undefined
  if (!data) return t('pensionNow')
  const { status, dueOn, way, lastDone, visit } = data
  if (way === null && lastDone === null && visit === null) return t('pensionNow')
  if (status === 'valid') return t('pensionValid')
  if (visit && (visit.state === 'requested' || visit.state === 'planned')) return t('pensionVisit')
  if (status === 'lapsed') return t('pensionLapsed')
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY_MS)
  return days > 0 ? t('pensionDays', { days }) : t('pensionToday')
}
