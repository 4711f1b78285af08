import { useQueryClient } from '@tanstack/react-query'
import { useWrite } from '../platform/use-write'
import { CASES_KEY, caseApi } from './case.api'
import { useParty } from './party'

/**
 * Exchanges the code for the case. Signed in, it is in the account; else for a session that reaches this case alone and
 * that this page keeps.
 */
export const useOpenInvitation = () => {
  const begin = useParty((party) => party.begin)
  return useWrite(
    async (code: string) => {
      const opened = await caseApi.openInvitation({ body: { code } })
      const { token, case: found } = opened
      if (token !== null) begin({ token, communityId: found.communityId, caseId: found.id })
      return opened
    },
    [CASES_KEY],
  )
}

/** Forgets the case on this phone; the code of the committee brings it back. */
export const useEndParty = () => {
  const end = useParty((party) => party.end)
  const queryClient = useQueryClient()
  return () => {
    end()
    queryClient.removeQueries({ queryKey: CASES_KEY })
  }
}
