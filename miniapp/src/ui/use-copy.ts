import Taro from '@tarojs/taro'
import { useText } from '../platform/i18n/text'
import { showToast } from './toast'
import { uiText } from './ui.text'

/** Copies words and says so; where that is not allowed it says what else one can do. */
export const useCopy = () => {
  const t = useText(uiText)
  return (words: string, copied: string): void =>
    void Taro.setClipboardData({ data: words }).then(
      () => showToast(copied),
      () => showToast(t('notCopied')),
    )
}
