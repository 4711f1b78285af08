import type { Language } from '@little-bench/shared/kernel/language'
import { useSyncExternalStore } from 'react'
import { speechPieces } from './speech-pieces'

export interface ReadingEvents {
  onEnd: () => void
  /** It could not be read, or not to its end. */
  onFail: () => void
}

const TAGS: Record<Language, RegExp> = { zh: /^(zh|cmn)([-_](hans|cn)|$)/i, bo: /^bo\b/i }

/**
 * Whether the language can be read aloud here. Browsers learn of their voices only after a while. Words that must stay on
 * the device do: its own voices read them.
 */
export const useCanReadAloud = (language: Language, _mustStayHere: boolean): boolean =>
  useSyncExternalStore(onVoicesChanged, () => voiceFor(language) !== undefined)

/** Reads the words aloud from their beginning. Returns how to stop; then neither event comes. */
export const readAloud = (words: string, language: Language, { onEnd, onFail }: ReadingEvents): (() => void) => {
  const voice = voiceFor(language)
  const pieces = speechPieces(words)
  if (!voice || pieces.length === 0) {
    onFail()
    return () => undefined
  }
  let isStopped = false
  // Kept until it is over: Chrome forgets the events of an utterance that nobody holds.
  const utterances = pieces.map((piece, index) => {
    const utterance = new SpeechSynthesisUtterance(piece)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.addEventListener('end', () => {
      if (!isStopped && index === pieces.length - 1) onEnd()
    })
    utterance.addEventListener('error', () => {
      if (isStopped) return
      isStopped = true
      speechSynthesis.cancel()
      onFail()
    })
    return utterance
  })
  speechSynthesis.cancel()
  for (const utterance of utterances) speechSynthesis.speak(utterance)
  return () => {
    if (isStopped) return
    isStopped = true
    speechSynthesis.cancel()
    utterances.length = 0
  }
}

const onVoicesChanged = (act: () => void): (() => void) => {
  if (!('speechSynthesis' in window)) return () => undefined
  speechSynthesis.addEventListener('voiceschanged', act)
  return () => speechSynthesis.removeEventListener('voiceschanged', act)
}

/** Only voices of the device itself: with the others every word that is read goes to whoever makes the browser. */
const voiceFor = (language: Language): SpeechSynthesisVoice | undefined =>
  'speechSynthesis' in window
    ? speechSynthesis.getVoices().find(({ lang, localService }) => localService && TAGS[language].test(lang))
    : undefined
