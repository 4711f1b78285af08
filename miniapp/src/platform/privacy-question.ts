import Taro from '@tarojs/taro'
import { create } from 'zustand'

/** Id of the button that WeChat looks for: only a tap on it counts as yes. */
export const AGREE_BUTTON_ID = 'agree-btn'

interface Resolution {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}

/** Something of the phone that waits until the person has said yes or no to WeChat's privacy guide. */
interface Waiting {
  /** The interface that asked, as WeChat names it. */
  referrer: string
  resolve: (resolution: Resolution) => void
  isExposed: boolean
}

interface PrivacyQuestion {
  waiting: readonly Waiting[]
  /** How many pages were open when it was asked: the top one shows it, and none that is opened above. */
  depth: number
  /** The guide's name in WeChat; empty until WeChat has said it. */
  guideName: string
}

export const usePrivacyQuestion = create<PrivacyQuestion>()(() => ({ waiting: [], depth: 0, guideName: '' }))

/** Everything that asks while the question is open waits for the same answer. */
export const askPrivacy = (resolve: Waiting['resolve'], referrer: string): void => {
  const depth = Taro.getCurrentPages().length
  // Without a page nobody could answer, and what asked would wait for ever.
  if (depth === 0) return resolve({ event: 'disagree' })
  usePrivacyQuestion.setState(({ waiting, depth: asked }) => ({
    waiting: [...waiting, { referrer, resolve, isExposed: false }],
    depth: waiting.length > 0 ? asked : depth,
  }))
}

export const answerPrivacy = (event: 'agree' | 'disagree'): void => {
  const { waiting } = usePrivacyQuestion.getState()
  usePrivacyQuestion.setState({ waiting: [] })
  for (const { resolve } of waiting) resolve(event === 'agree' ? { event, buttonId: AGREE_BUTTON_ID } : { event })
}

/** Tells WeChat that the person sees the question. */
export const reportExposure = (): void => {
  const { waiting } = usePrivacyQuestion.getState()
  const unseen = waiting.filter(({ isExposed }) => !isExposed)
  if (unseen.length === 0) return
  usePrivacyQuestion.setState({ waiting: waiting.map((each) => ({ ...each, isExposed: true })) })
  for (const { resolve } of unseen) resolve({ event: 'exposureAuthorization' })
}
