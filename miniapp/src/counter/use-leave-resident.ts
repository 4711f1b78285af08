import { useQueryClient } from '@tanstack/react-query'
import { useSession } from '../platform/session'
import { assistKeyOf, RESIDENT_KEY } from './counter.api'
import { useLastAssist } from './last-assist'

/** Forgets on this phone whom it helped: the next person at the counter must see nothing of the one before. */
export const useLeaveResident = (): (() => void) => {
  const client = useQueryClient()
  const staffId = useSession(({ person }) => person?.id)
  return () => {
    useLastAssist.getState().forget()
    client.setQueryData(assistKeyOf(staffId), null)
    client.removeQueries({ queryKey: [RESIDENT_KEY] })
  }
}
