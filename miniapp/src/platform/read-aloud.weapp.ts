import type { Language } from '@little-bench/shared/kernel/language'
import Taro from '@tarojs/taro'
import type { ReadingEvents } from './read-aloud.h5'
import { speechPieces } from './speech-pieces'

/** What we use of 微信同声传译. Of our two languages it speaks Chinese alone. */
interface SpeechPlugin {
  textToSpeech: (options: {
    lang: 'zh_CN'
    tts: true
    content: string
    success: (answer: { filename?: string }) => void
    fail: () => void
  }) => void
}

/** A plugin that was not declared throws, and so does one that WeChat no longer gives to this app. */
const pluginOf = (): SpeechPlugin | undefined => {
  try {
    const plugin: SpeechPlugin | undefined = SPEECH_PLUGIN ? Taro.requirePlugin('WechatSI') : undefined
    return plugin?.textToSpeech ? plugin : undefined
  } catch {
    return undefined
  }
}

/** Whether this build has the plugin and it reads the language. What it reads goes to its makers: never what must stay here. */
export const useCanReadAloud = (language: Language, mustStayHere: boolean): boolean =>
  !mustStayHere && language === 'zh' && pluginOf() !== undefined

/** Reads the words aloud from their beginning. Returns how to stop; then neither event comes. */
export const readAloud = (words: string, _language: Language, { onEnd, onFail }: ReadingEvents): (() => void) => {
  const plugin = pluginOf()
  const pieces = speechPieces(words)
  if (!plugin || pieces.length === 0) {
    onFail()
    return () => undefined
  }
  // Also while the phone is set to silent: somebody pressed the button to hear it.
  void Taro.setInnerAudioOption({ obeyMuteSwitch: false })
  const audio = Taro.createInnerAudioContext()
  let isOver = false
  const end = (tell?: () => void) => {
    if (isOver) return
    isOver = true
    audio.destroy()
    tell?.()
  }
  const speak = (index: number) => {
    const content = pieces[index]
    if (content === undefined) return end(onEnd)
    return plugin.textToSpeech({
      lang: 'zh_CN',
      tts: true,
      content,
      success: ({ filename }) => {
        if (isOver) return
        if (!filename) return end(onFail)
        audio.src = filename
        audio.play()
      },
      fail: () => end(onFail),
    })
  }
  let spoken = 0
  audio.onEnded(() => {
    spoken += 1
    speak(spoken)
  })
  audio.onError(() => end(onFail))
  speak(spoken)
  return () => end()
}
