import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { visitStorage } from '../platform/visit-storage'

/** The one case of somebody who was invited and has no account. */
export interface PartySession {
  token: string
  communityId: string
  caseId: string
}

interface Party {
  session: PartySession | null
  begin: (session: PartySession) => void
  end: () => void
}

/**
 * It is no session of a resident: the rest of the app knows nothing of it, and it is gone when the window is closed, so
 * that nobody who takes up the phone later finds the case.
 */
export const useParty = create<Party>()(
  persist(
    (set) => ({
      session: null,
      begin: (session) => set({ session }),
      end: () => set({ session: null }),
    }),
    {
      name: 'party',
      storage: createJSONStorage(() => visitStorage),
      partialize: ({ session }) => ({ session }),
    },
  ),
)
