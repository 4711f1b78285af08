import type { CallResult } from '@little-bench/shared/kernel/endpoint'
import type { counterContract } from '@little-bench/shared/people/counter.contract'
import { create } from 'zustand'

export type AssistSession = CallResult<(typeof counterContract)['startAssistSession']>

interface LastAssist {
  /** Whom this phone helped last, and who did, until they end it; never stored. */
  last: { staffId: string | undefined; session: AssistSession } | null
  remember: (staffId: string | undefined, session: AssistSession) => void
  forget: () => void
}

/** What is needed to begin once more with the same person when the time is over. */
export const useLastAssist = create<LastAssist>()((set) => ({
  last: null,
  remember: (staffId, session) => set({ last: { staffId, session } }),
  forget: () => set({ last: null }),
}))

/** The last session of the staff person who is signed in now; a colleague at the same computer sees nothing of it. */
export const useLastSessionOf = (staffId: string | undefined): AssistSession | null =>
  useLastAssist(({ last }) => (last && last.staffId === staffId ? last.session : null))
