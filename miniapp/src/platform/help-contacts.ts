import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { deviceStorage } from './storage'

/** Somebody a resident can telephone. */
export interface HelpContact {
  name: string
  /** What one may ask there. */
  about: string
  phone: string
  hours: string
  /** Where one can go instead. */
  address?: string | null
  /** The second number, for when nobody answers at the first. */
  backup?: { name: string; phone: string } | null
}

interface HelpContacts {
  contacts: readonly HelpContact[]
  setContacts: (contacts: readonly HelpContact[]) => void
}

/** Whom 「打电话找人」 calls, the nearest first. Kept on the phone, so that help is there without a network. */
export const useHelpContacts = create<HelpContacts>()(
  persist(
    (set) => ({
      contacts: [],
      setContacts: (contacts) => set({ contacts }),
    }),
    { name: 'help-contacts', storage: createJSONStorage(() => deviceStorage) },
  ),
)
