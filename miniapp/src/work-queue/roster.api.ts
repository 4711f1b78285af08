import type { CallResult } from '@little-bench/shared/kernel/endpoint'
import type { deskContract } from '@little-bench/shared/work-queue/desk.contract'
import { useQuery } from '@tanstack/react-query'
import { deskApi } from './desk.api'
import { useReader } from './work-item.api'

export type Roster = CallResult<(typeof deskContract)['getRoster']>
export type DutyShift = Roster['shifts'][number]

export const rosterKey = (queueId: string) => ['roster', queueId]

export const useRoster = (queueId: string) => {
  const reader = useReader()
  return useQuery({
    queryKey: [...rosterKey(queueId), reader],
    queryFn: () => deskApi.getRoster({ params: { queueId } }),
    enabled: reader.personId !== null && queueId !== '',
    refetchOnMount: 'always',
  })
}
