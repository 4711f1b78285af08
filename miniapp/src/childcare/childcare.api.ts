import type { childcareContract } from '@little-bench/shared/childcare/contract'
import { childcareEndpoints } from '@little-bench/shared/childcare/endpoints'
import type { AbsenceReason } from '@little-bench/shared/childcare/sessions'
import type { CallInput, CallResult } from '@little-bench/shared/kernel/endpoint'
import { useQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'
import { BOOKINGS_KEY } from '../scheduling'

type Contract = typeof childcareContract
export type Centre = CallResult<Contract['listChildcareCentres']>['items'][number]
export type ChildcareSlot = CallResult<Contract['listChildcareSlots']>['items'][number]
export type ChildcareBooking = CallResult<Contract['getChildcareBooking']>
export type NewBooking = CallInput<Contract['bookChildcare']>['body']

const childcareApi = createClient<Contract>(childcareEndpoints)

export const CHILDCARE_KEY = ['childcare'] as const
/** The list of all bookings is asked for again too. */
const AFTER_WRITE = [CHILDCARE_KEY, BOOKINGS_KEY] as const
/** As many days as one answer has. */
export const CHILDCARE_DAYS = 14

export const useCentres = (communityId: string | undefined) => {
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: [...CHILDCARE_KEY, 'centres', communityId, language],
    enabled: communityId !== undefined,
    queryFn: async () =>
      (await childcareApi.listChildcareCentres({ params: { communityId: communityId ?? '' } })).items,
  })
}

interface SlotsAsked {
  communityId: string
  centreId: string
  /** Only those in which one of one's own children is. */
  isForMyChildren: boolean
}

/** The places of the coming days. */
export const useChildcareSlots = ({ communityId, centreId, isForMyChildren }: SlotsAsked) => {
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  const query = { centreId, days: CHILDCARE_DAYS, forMyChildren: isForMyChildren ? ('yes' as const) : ('no' as const) }
  return useQuery({
    queryKey: [...CHILDCARE_KEY, 'slots', communityId, personId, language, query],
    queryFn: async () => (await childcareApi.listChildcareSlots({ params: { communityId }, query })).items,
  })
}

export const useChildcareBooking = (params: { communityId: string; bookingId: string }) => {
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: [...CHILDCARE_KEY, 'booking', params, personId, language],
    enabled: personId !== undefined && params.bookingId !== '',
    queryFn: () => childcareApi.getChildcareBooking({ params }),
  })
}

export const useBookChildcare = (communityId: string) =>
  useWrite(
    (body: NewBooking, options) => childcareApi.bookChildcare({ params: { communityId }, body }, options),
    AFTER_WRITE,
  )

export const useJoinChildcareWaitlist = (communityId: string) =>
  useWrite(
    (body: NewBooking, options) => childcareApi.joinChildcareWaitlist({ params: { communityId }, body }, options),
    AFTER_WRITE,
  )

type BookingParams = { communityId: string; bookingId: string }

export const useCancelChildcare = (params: BookingParams) =>
  useWrite((_: void, options) => childcareApi.cancelChildcareBooking({ params }, options), AFTER_WRITE)

export const useReportAbsence = (params: BookingParams) =>
  useWrite(
    (reason: AbsenceReason, options) => childcareApi.reportAbsence({ params, body: { reason } }, options),
    AFTER_WRITE,
  )
