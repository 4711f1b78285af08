import { useQuery } from '@tanstack/react-query'
import { useDisplaySettings } from '../platform/display-settings'
import { useSession } from '../platform/session'
import { useWrite } from '../platform/use-write'
import { requesterApi } from '../work-queue'
import { PRIVACY_REQUESTS_KEY } from './privacy.api'

export interface AskedRef {
  communityId: string
  workItemId: string
}

export const ASKED_KEY = ['asked-item'] as const

/** The item of a request: how far it is, and what the staff have answered. */
export const useAskedItem = ({ communityId, workItemId }: AskedRef) => {
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: [...ASKED_KEY, communityId, workItemId, personId, language],
    enabled: workItemId !== '' && personId !== undefined,
    queryFn: () => requesterApi.getWorkItem({ params: { communityId, workItemId } }),
  })
}

/** What the person can do with it: answer a question, add words, take it back. */
export const ASKED_MOVES = ['answer', 'add', 'withdraw'] as const
export type AskedMove = (typeof ASKED_MOVES)[number]

interface AskedWords {
  move: AskedMove
  words: string
  version: number
}

export const useWriteToStaff = (params: AskedRef) =>
  useWrite(
    ({ move, words, version }: AskedWords, options) => {
      if (move === 'add') return requesterApi.addReply({ params, body: { body: words, fileIds: [] } }, options)
      const body = move === 'answer' ? { move, version, note: words, fileIds: [] } : { move, version }
      return requesterApi.moveWorkItem({ params, body }, options)
    },
    [ASKED_KEY, PRIVACY_REQUESTS_KEY],
  )
