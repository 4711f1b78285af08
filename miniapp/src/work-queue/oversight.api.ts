import type { CallResult } from '@little-bench/shared/kernel/endpoint'
import { oversightEndpoints } from '@little-bench/shared/work-queue/endpoints'
import type { oversightContract } from '@little-bench/shared/work-queue/oversight.contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { downloadFile } from '../platform/download'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'

type Contract = typeof oversightContract
export type CommunityFigures = CallResult<Contract['getCommunityFigures']>
export type MonthFigures = CommunityFigures['months'][number]
export type Rate = MonthFigures['rates'][number]
export type GridRedraw = CallResult<Contract['listGridRedraws']>['items'][number]
export type GridRedrawPlan = CallResult<Contract['previewGridRedraw']>
export type RedrawMove = GridRedrawPlan['moves'][number]

export const oversightApi = createClient<Contract>(oversightEndpoints)

/** The five rates of a month and the five months before it; without `month`, as the server chooses. */
export const useCommunityFigures = (communityId: string | undefined, month: string | undefined) => {
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: ['figures', communityId, month, language],
    queryFn: () =>
      oversightApi.getCommunityFigures({
        params: { communityId: communityId ?? '' },
        query: month === undefined ? {} : { month },
      }),
    enabled: communityId !== undefined,
    // The month before stays on the page until the other one is here.
    placeholderData: keepPreviousData,
  })
}

export const gridRedrawsKey = (communityId: string | undefined) => ['grid-redraws', communityId]

export const useGridRedraws = (communityId: string | undefined) => {
  const personId = useSession(({ person }) => person?.id ?? null)
  return useQuery({
    queryKey: [...gridRedrawsKey(communityId), personId],
    queryFn: () => oversightApi.listGridRedraws({ params: { communityId: communityId ?? '' } }),
    enabled: personId !== null && communityId !== undefined,
  })
}

export type LedgerFormat = 'xlsx' | 'csv'

export interface LedgerRange {
  /** Days in Asia/Shanghai, both included. */
  from: string
  to: string
  format: LedgerFormat
}

/** The ledger (台账) as a file on this phone or computer; rejects with CallError. */
export const exportLedger = (
  communityId: string,
  { from, to, format }: LedgerRange,
  onProgress: (bytes: number) => void,
): Promise<void> =>
  downloadFile(oversightEndpoints.exportLedger, {
    params: { communityId },
    query: { from, to, format },
    fileName: `ledger-${communityId}-${from}-${to}.${format}`,
    onProgress,
  })
