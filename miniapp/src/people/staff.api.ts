import { staffEndpoints } from '@little-bench/shared/people/endpoints'
import type { DeskKey, StaffRole } from '@little-bench/shared/people/staff'
import type { staffContract } from '@little-bench/shared/people/staff.contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { createClient } from '../platform/request'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'

const staffApi = createClient<typeof staffContract>(staffEndpoints, { actingFor: null })

export const STAFF_KEY = ['staff'] as const

/** Who works here and who is invited, as far as whoever asks may give or end their roles. */
export const useStaff = () => {
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: [...STAFF_KEY, personId, language],
    enabled: personId !== undefined,
    queryFn: () => staffApi.listStaff(),
  })
}

/** A role with exactly the part of the town to which it is scoped. */
export interface GivenRole {
  role: StaffRole
  communityId?: string
  gridCellId?: string
  unitId?: string
}

export const useInviteStaff = () =>
  useWrite((body: { name: string; given: GivenRole }, options) => staffApi.inviteStaff({ body }, options), [STAFF_KEY])

export const useWithdrawInvitation = () =>
  useWrite(
    (invitationId: string, options) => staffApi.withdrawStaffInvitation({ params: { invitationId } }, options),
    [STAFF_KEY],
  )

export const useEndRole = () =>
  useWrite(
    ({ personId, given }: { personId: string; given: GivenRole }, options) =>
      staffApi.endStaffRole({ params: { personId }, body: { given } }, options),
    [STAFF_KEY],
  )

/** Takes the role of an invitation into one's account. */
export const useAcceptInvitation = () => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: { code: string; key: DeskKey }) => staffApi.acceptStaffInvitation({ body }),
    onSuccess: ({ person, desk }) => {
      useSession.getState().know(person, { desk })
      void queryClient.invalidateQueries()
    },
  })
}

/** Shows a code of the authenticator app; what only the desk may read is asked for again. */
export const useConfirmTotp = () => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (code: string) => staffApi.confirmTotp({ body: { code } }),
    onSuccess: ({ person, desk, expiresAt }) => {
      useSession.getState().know(person, { desk, expiresAt })
      void queryClient.invalidateQueries()
    },
  })
}
