import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { useSession } from '../platform/session'
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

/** The chosen courtyard; none while acting for somebody, who lives where they live. */
export const useMyPlaceId = (communityId: string | undefined): string | undefined => {
  const isOwn = useSession(({ actingFor }) => actingFor === null)
  const placeId = useMyPlace(({ placeIds }) => (communityId === undefined ? undefined : placeIds[communityId]))
  return isOwn ? placeId : undefined
}
