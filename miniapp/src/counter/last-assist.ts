import type { CallResult } from '@little-bench/shared/kernel/endpoint'
import type { counterContract } from '@little-bench/shared/people/counter.contract'
import { create } from 'zustand'

export type AssistSession = CallResult<(typeof counterContract)['startAssistSession']>

interface LastAssist {
  /** Whom this phone helped last, until staff end it; never stored. */
  last: AssistSession | null
  remember: (session: AssistSession) => void
  forget: () => void
}

/** What is needed to begin once more with the same person when the time is over. */
export const useLastAssist = create<LastAssist>()((set) => ({
  last: null,
  remember: (last) => set({ last }),
  forget: () => set({ last: null }),
}))
