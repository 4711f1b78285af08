import type { Person } from '@little-bench/shared/people/contract'
import type { Desk } from '@little-bench/shared/people/sign-in'
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
  /** Whether this session reaches the desk of whoever works here; `locked` until a second proof is shown. */
  desk: Desk
  /** When it runs out by itself; null where nobody said. */
  expiresAt: string | null
  /** They signed out on purpose, here or from another device: nothing signs them in again but themselves. */
  hasLeft: boolean
  /** The community whose pages are shown; stays after signing out. */
  communityId: string | null
  /** The person for whom the signed-in person acts; sent as `Acting-For`. */
  actingFor: ActingFor | null
  /** The server answered that the right to act for them has ended. */
  hasLostRight: boolean
  begin: (token: string, person: Person, reach?: Reach) => void
  /** The same person goes on with a new token, in the midst of whatever they do. */
  goOnWith: (token: string, reach: Reach) => void
  /** What the server now says of whoever is signed in: another number bound, another role taken. */
  know: (person: Person, reach: Partial<Reach>) => void
  /** Forget who is signed in. Drafts stay on the phone. */
  end: () => void
  /** The same, because they want it. */
  leave: () => void
  chooseCommunity: (communityId: string) => void
  /** Null: back to one's own business. Pages use platform/acting.ts, which also leaves what is open. */
  actFor: (person: ActingFor | null) => void
  loseRight: () => void
}

/** How far a session goes: to the desk or not, and until when. */
interface Reach {
  desk: Desk
  expiresAt: string | null
}

/** Demonstration people show no second proof. */
const OF_A_DEMONSTRATION: Reach = { desk: 'open', expiresAt: null }

const nobody = {
  token: null,
  person: null,
  desk: 'none',
  expiresAt: null,
  actingFor: null,
  hasLostRight: false,
} as const

/** Who is signed in on this phone. */
export const useSession = create<Session>()(
  persist(
    (set) => ({
      token: null,
      person: null,
      desk: 'none',
      expiresAt: null,
      hasLeft: false,
      communityId: null,
      actingFor: null,
      hasLostRight: false,
      begin: (token, person, { desk, expiresAt } = OF_A_DEMONSTRATION) => {
        const home = person.roles.find((role) => role.communityId !== null)?.communityId
        set({ ...nobody, token, person, desk, expiresAt, hasLeft: false, ...(home ? { communityId: home } : {}) })
      },
      goOnWith: (token, { desk, expiresAt }) => set({ token, desk, expiresAt }),
      know: (person, reach) => set({ person, ...reach }),
      end: () => set(nobody),
      leave: () => set({ ...nobody, hasLeft: true }),
      chooseCommunity: (communityId) => set({ communityId }),
      actFor: (actingFor) => set({ actingFor, hasLostRight: false }),
      loseRight: () => set({ hasLostRight: true }),
    }),
    {
      name: 'session',
      storage: createJSONStorage(() => deviceStorage),
      // Acting for somebody must be chosen again after each start, so that nobody does it without knowing.
      partialize: ({ token, person, desk, expiresAt, hasLeft, communityId }) => ({
        token,
        person,
        desk,
        expiresAt,
        hasLeft,
        communityId,
      }),
    },
  ),
)
