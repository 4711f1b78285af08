import Taro from '@tarojs/taro'
import { askPrivacy, usePrivacyQuestion } from './privacy-question'

/** From now on the app's own question stands before WeChat's. Once for the app: only the last registration counts. */
export const watchPrivacy = (): void => {
  // Base libraries before 2.32.3 ask nothing.
  if (typeof Taro.onNeedPrivacyAuthorization !== 'function') return
  Taro.onNeedPrivacyAuthorization((resolve, { referrer }) => {
    askPrivacy(resolve, referrer)
    Taro.getPrivacySetting({
      success: ({ privacyContractName }) => usePrivacyQuestion.setState({ guideName: privacyContractName }),
    })
  })
}

/** Opens the guide that was published in WeChat. */
export const openPrivacyGuide = (onFail: () => void): void => Taro.openPrivacyContract({ fail: onFail })
