import type { Language } from '@little-bench/shared/kernel/language'
import type { TextStep } from '@little-bench/shared/people/display'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { deviceFontScale } from './device'
import { useSession } from './session'
import { deviceStorage } from './storage'

/** WeChat's 关怀模式 starts at this step of the font size. */
const ELDER_FONT_SCALE = 1.4

/** The last choice that was made or taken over on this phone. */
export interface DisplayChoice {
  /** Whose it is; null when nobody was signed in. */
  by: string | null
  /** The server has it, so that it is there on their other phones. */
  isKept: boolean
}

interface DisplaySettings {
  language: Language
  /** 长辈版 */
  isElderMode: boolean
  /** Chosen by hand alone: it never follows from how large WeChat's own letters are, so that nothing grows twice. */
  textStep: TextStep
  /** False until the person has answered the question 「字要不要大一些?」 or used the switch. */
  hasChosenMode: boolean
  /** Null until something was chosen. */
  choice: DisplayChoice | null
  setLanguage: (language: Language) => void
  setElderMode: (isElderMode: boolean) => void
  setTextStep: (textStep: TextStep) => void
}

/**
 * How this phone is read. It stays as it is whoever signs out, so that large letters never vanish; people/display-sync.ts
 * keeps it and the account alike. 长辈版 is on by itself where WeChat's letters are already large.
 */
export const useDisplaySettings = create<DisplaySettings>()(
  persist(
    (set) => ({
      language: 'zh',
      isElderMode: deviceFontScale() >= ELDER_FONT_SCALE,
      textStep: 'standard',
      hasChosenMode: false,
      choice: null,
      setLanguage: (language) => set({ language, choice: madeNow() }),
      setElderMode: (isElderMode) => set({ isElderMode, hasChosenMode: true, choice: madeNow() }),
      setTextStep: (textStep) => set({ textStep, choice: madeNow() }),
    }),
    {
      name: 'display-settings',
      storage: createJSONStorage(() => deviceStorage),
      // Until the person has chosen, the phone's own size decides at every start.
      partialize: ({ language, isElderMode, textStep, hasChosenMode, choice }) =>
        hasChosenMode ? { language, isElderMode, textStep, hasChosenMode, choice } : { language, textStep, choice },
    },
  ),
)

const madeNow = (): DisplayChoice => ({ by: useSession.getState().person?.id ?? null, isKept: false })
