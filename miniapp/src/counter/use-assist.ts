import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { useSession } from '../platform/session'
import { useHasPassed } from '../platform/use-now'
import { useAssistSession } from './counter.api'
import { type AssistSession, useLastSessionOf } from './last-assist'

export interface Assist {
  /** `over`: there was a session, and nothing may be done by it any more. */
  state: 'loading' | 'failed' | 'none' | 'open' | 'over'
  /** Whom it is about, also when it is over. */
  session: AssistSession | null
  error: unknown
  retry: () => void
}

/**
 * The session at the counter, which closes by itself when its time has come. Answers are forgotten whenever this phone
 * turns to somebody else's business; until the session is read again it is as it was last known.
 */
export const useAssist = (): Assist => {
  const { data, error, isPending, refetch } = useAssistSession()
  const staffId = useSession(({ person }) => person?.id)
  const last = useLastSessionOf(staffId)
  const session = data ?? last
  const isPast = useHasPassed(session?.endsAt)
  const retry = () => void refetch()
  if (staffId === undefined) return { state: 'none', session: null, error: null, retry }
  if (session) return { state: isPast || data === null ? 'over' : 'open', session, error: null, retry }
  if (isPending) return { state: 'loading', session: null, error: null, retry }
  return { state: error ? 'failed' : 'none', session: null, error, retry }
}

let holders = 0

/**
 * Lets this phone act for somebody while at least one page of their session is open; the last page that closes, and the
 * end of the session, put it back to the staff person's own business.
 */
export const useActingFor = (resident: AssistSession['resident'] | undefined): void => {
  const { id, name } = resident ?? {}
  // A page above may have turned this phone to the staff person's own business.
  useDidShow(() => {
    if (id !== undefined && name !== undefined) useSession.getState().actFor({ id, name })
  })
  useEffect(() => {
    if (id === undefined || name === undefined) return undefined
    holders += 1
    useSession.getState().actFor({ id, name })
    return () => {
      holders -= 1
      if (holders === 0) useSession.getState().actFor(null)
    }
  }, [id, name])
}
