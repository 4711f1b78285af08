import type { WorkItem } from '@little-bench/shared/work-queue/item.contract'
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyWithFiles } from '../files'
import { useDisplaySettings } from '../platform/display-settings'
import { useSession } from '../platform/session'
import { MY_ITEMS_KEY, requesterApi } from '../work-queue'
import { ISSUE_KEY } from './issue.api'
import type { ResidentWords } from './note-draft'

interface ItemRef {
  communityId: string
  workItemId: string
}

const ITEM_KEY = ['work-item'] as const

/** The work item behind one's own issue: its version and the moves that one could make now. */
export const useWorkItem = (communityId: string, workItemId: string | null) => {
  const personId = useSession((session) => session.person?.id)
  const language = useDisplaySettings((settings) => settings.language)
  return useQuery({
    queryKey: [...ITEM_KEY, communityId, workItemId, personId, language],
    enabled: workItemId !== null && personId !== undefined,
    queryFn: () => requesterApi.getWorkItem({ params: { communityId, workItemId: workItemId ?? '' } }),
    refetchOnMount: 'always',
  })
}

const refreshItem = (queryClient: QueryClient) =>
  Promise.all([ISSUE_KEY, ITEM_KEY, MY_ITEMS_KEY].map((queryKey) => queryClient.invalidateQueries({ queryKey })))

interface WrittenWords {
  kind: ResidentWords
  note: string
  /** Photos and a voice note; only with what `takesFiles`. */
  fileIds: string[]
  version: number
  /** The draft's key: the same words for the same version are sent once. */
  attemptKey: string
}

const bodyOf = ({ kind, note, fileIds, version }: WrittenWords & { kind: Exclude<ResidentWords, 'add'> }) => {
  if (kind === 'reopen' || kind === 'answer') return { move: kind, version, note, fileIds }
  return { move: kind, version, ...(note.trim() ? { note } : {}) }
}

/** Withdraw, reopen, remind, answer, or add something. Whatever comes back, the page then shows the latest state. */
export const useWriteToStaff = (params: ItemRef) => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (words: WrittenWords) => {
      const { kind, note, fileIds, version } = words
      const attemptKey = keyWithFiles(words.attemptKey, fileIds)
      // Words are added whatever the version is: they change nothing that a move would miss.
      if (kind === 'add')
        return requesterApi.addReply({ params, body: { body: note, fileIds } }, { idempotencyKey: attemptKey })
      return requesterApi.moveWorkItem(
        { params, body: bodyOf({ ...words, kind }) },
        { idempotencyKey: `${attemptKey}-v${version}` },
      )
    },
    onSettled: () => refreshItem(queryClient),
  })
}

interface RatingAnswer {
  solved: boolean
  satisfaction: number
  comment: string
  attemptKey: string
}

export const useRateItem = (params: ItemRef) => {
  const queryClient = useQueryClient()
  return useMutation<WorkItem, unknown, RatingAnswer>({
    mutationFn: ({ solved, satisfaction, comment, attemptKey }) =>
      requesterApi.rateWorkItem(
        { params, body: { solved, satisfaction, ...(comment.trim() ? { comment } : {}) } },
        { idempotencyKey: attemptKey },
      ),
    onSettled: () => refreshItem(queryClient),
  })
}
