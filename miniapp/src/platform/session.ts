import type { Person } from '@little-bench/shared/people/contract'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { deviceStorage } from './storage'

/** Somebody whose business is done by somebody else, as that person calls them: 「阿妈」. */
export interface ActingFor {
  id: string
  name: string
}

interface Session {
  token: string | null
  person: Person | null
  /** The community whose pages are shown; stays after signing out. */
  communityId: string | null
  /** The person for whom the signed-in person acts; sent as `Acting-For`. */
  actingFor: ActingFor | null
  /** The server answered that the right to act for them has ended. */
  hasLostRight: boolean
  begin: (token: string, person: Person) => void
  /** Forget who is signed in. Drafts stay on the phone. */
  end: () => void
  chooseCommunity: (communityId: string) => void
  /** Null: back to one's own business. Pages use platform/acting.ts, which also leaves what is open. */
  actFor: (person: ActingFor | null) => void
  loseRight: () => void
}

/** Who is signed in on this phone. */
export const useSession = create<Session>()(
  persist(
    (set) => ({
      token: null,
      person: null,
      communityId: null,
      actingFor: null,
      hasLostRight: false,
      begin: (token, person) => {
        const home = person.roles.find((role) => role.communityId !== null)?.communityId
        set({ token, person, actingFor: null, hasLostRight: false, ...(home ? { communityId: home } : {}) })
      },
      end: () => set({ token: null, person: null, actingFor: null, hasLostRight: false }),
      chooseCommunity: (communityId) => set({ communityId }),
      actFor: (actingFor) => set({ actingFor, hasLostRight: false }),
      loseRight: () => set({ hasLostRight: true }),
    }),
    {
      name: 'session',
      storage: createJSONStorage(() => deviceStorage),
      // Acting for somebody must be chosen again after each start, so that nobody does it without knowing.
      partialize: ({ token, person, communityId }) => ({ token, person, communityId }),
    },
  ),
)
