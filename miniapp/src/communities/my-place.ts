import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { deviceStorage } from '../platform/storage'

interface MyPlace {
  /** Community id → the courtyard in which this person lives. */
  placeIds: Readonly<Record<string, string>>
  choosePlace: (communityId: string, placeId: string) => void
}

/** The courtyard that somebody chose as theirs. It stays on the phone: only the pages here use it. */
export const useMyPlace = create<MyPlace>()(
  persist(
    (set) => ({
      placeIds: {},
      choosePlace: (communityId, placeId) =>
        set(({ placeIds }) => ({ placeIds: { ...placeIds, [communityId]: placeId } })),
    }),
    { name: 'my-place', storage: createJSONStorage(() => deviceStorage) },
  ),
)
