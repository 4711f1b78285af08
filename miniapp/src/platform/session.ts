import type { Person } from '@little-bench/shared/people/contract'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { deviceStorage } from './storage'

interface Session {
  token: string | null
  person: Person | null
  /** The community whose pages are shown; stays after signing out. */
  communityId: string | null
  /** The person for whom the signed-in person acts; sent as `Acting-For`. */
  actingFor: { id: string; name: string } | null
  begin: (token: string, person: Person) => void
  /** Forget who is signed in. Drafts stay on the phone. */
  end: () => void
  chooseCommunity: (communityId: string) => void
  actFor: (person: { id: string; name: string } | null) => void
}

/** Who is signed in on this phone. */
export const useSession = create<Session>()(
  persist(
    (set) => ({
      token: null,
      person: null,
      communityId: null,
      actingFor: null,
      begin: (token, person) => {
        const home = person.roles.find((role) => role.communityId !== null)?.communityId
        set({ token, person, actingFor: null, ...(home ? { communityId: home } : {}) })
      },
      end: () => set({ token: null, person: null, actingFor: null }),
      chooseCommunity: (communityId) => set({ communityId }),
      actFor: (actingFor) => set({ actingFor }),
    }),
    {
      name: 'session',
      storage: createJSONStorage(() => deviceStorage),
      // Acting for somebody must be chosen again after each start, so that nobody does it without knowing.
      partialize: ({ token, person, communityId }) => ({ token, person, communityId }),
    },
  ),
)
