import type { Language } from '@little-bench/shared/kernel/language'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { deviceFontScale } from './device'
import { deviceStorage } from './storage'

/** WeChat's 关怀模式 starts at this step of the font size. */
const ELDER_FONT_SCALE = 1.4

interface DisplaySettings {
  language: Language
  /** 长辈版 */
  isElderMode: boolean
  /** False until the person has answered the question 「字要不要大一些?」 or used the switch. */
  hasChosenMode: boolean
  setLanguage: (language: Language) => void
  setElderMode: (isElderMode: boolean) => void
}

/** How this person reads; kept on the phone. 长辈版 is on by itself where WeChat's letters are already large. */
export const useDisplaySettings = create<DisplaySettings>()(
  persist(
    (set) => ({
      language: 'zh',
      isElderMode: deviceFontScale() >= ELDER_FONT_SCALE,
      hasChosenMode: false,
      setLanguage: (language) => set({ language }),
      setElderMode: (isElderMode) => set({ isElderMode, hasChosenMode: true }),
    }),
    {
      name: 'display-settings',
      storage: createJSONStorage(() => deviceStorage),
      // Until the person has chosen, the phone's own size decides at every start.
      partialize: ({ language, isElderMode, hasChosenMode }) =>
        hasChosenMode ? { language, isElderMode, hasChosenMode } : { language },
    },
  ),
)
