import Taro from '@tarojs/taro'

/** Puts words where they can be pasted; whatever cannot be copied stands there to be read. */
export const copyWords = (words: string, onCopied: () => void): void =>
  void Taro.setClipboardData({ data: words }).then(onCopied, () => undefined)
