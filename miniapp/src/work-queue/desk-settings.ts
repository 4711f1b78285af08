import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { deviceStorage } from '../platform/storage'

interface DeskSettings {
  /** Letters move and act on items. Off for whoever dictates or has a key that sticks (WCAG 2.1.4). */
  hasLetterKeys: boolean
  setLetterKeys: (hasLetterKeys: boolean) => void
}

/** How this person works at the desk; kept on the device. */
export const useDeskSettings = create<DeskSettings>()(
  persist(
    (set) => ({
      hasLetterKeys: true,
      setLetterKeys: (hasLetterKeys) => set({ hasLetterKeys }),
    }),
    { name: 'desk-settings', storage: createJSONStorage(() => deviceStorage) },
  ),
)
