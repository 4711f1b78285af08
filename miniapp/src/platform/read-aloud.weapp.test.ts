import Taro from '@tarojs/taro'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readAloud, useCanReadAloud } from './read-aloud.weapp'

interface Asked {
  lang: string
  content: string
  success: (answer: { filename?: string }) => void
  fail: () => void
}

/** The player of the phone: what it was given, and what tells it that a piece is over. */
const player = () => {
  const acts: Record<string, () => void> = {}
  return {
    src: '',
    played: [] as string[],
    isDestroyed: false,
    play() {
      this.played.push(this.src)
    },
    destroy() {
      this.isDestroyed = true
    },
    onEnded: (act: () => void) => void (acts['ended'] = act),
    onError: (act: () => void) => void (acts['error'] = act),
    end: () => acts['ended']?.(),
    fail: () => acts['error']?.(),
  }
}

let asked: Asked[]
let audio: ReturnType<typeof player>
let told: string[]
const events = { onEnd: () => void told.push('end'), onFail: () => void told.push('fail') }
const isDeclared = (version: string) => Reflect.set(globalThis, 'SPEECH_PLUGIN', version)

beforeEach(() => {
  asked = []
  told = []
  audio = player()
  isDeclared('0.3.6')
  Object.assign(Taro, {
    requirePlugin: () => ({ textToSpeech: (options: Asked) => void asked.push(options) }),
    createInnerAudioContext: () => audio,
    setInnerAudioOption: async () => undefined,
  })
})
afterEach(() => {
  for (const name of ['requirePlugin', 'createInnerAudioContext', 'setInnerAudioOption'])
    Reflect.deleteProperty(Taro, name)
  Reflect.deleteProperty(globalThis, 'SPEECH_PLUGIN')
})

test('the plugin speaks one piece after the other, and the phone plays them in their order', () => {
  readAloud('门口路灯不亮。'.repeat(100), 'zh', events)
  expect(asked).toHaveLength(1)
  asked[0]?.success({ filename: 'first' })
  audio.end()
  expect(asked).toHaveLength(2)
  asked[1]?.success({ filename: 'second' })
  expect(audio.played).toEqual(['first', 'second'])
  expect(asked.every(({ lang, content }) => lang === 'zh_CN' && new TextEncoder().encode(content).length <= 1000)).toBe(
    true,
  )
  while (told.length === 0) {
    audio.end()
    asked.at(-1)?.success({ filename: 'next' })
  }
  expect(told).toEqual(['end'])
  expect(audio.isDestroyed).toBe(true)
})

test('what was stopped plays nothing that comes later and tells nothing', () => {
  const stop = readAloud('路灯修好了。', 'zh', events)
  stop()
  asked[0]?.success({ filename: 'first' })
  asked[0]?.fail()
  expect([audio.played, told, audio.isDestroyed]).toEqual([[], [], true])
})

test.each([
  ['the plugin refuses', () => asked[0]?.fail()],
  ['it answers without a sound', () => asked[0]?.success({})],
  ['the phone cannot play it', () => audio.fail()],
])('when %s it is said once', (_what, happen) => {
  readAloud('路灯修好了。', 'zh', events)
  happen()
  happen()
  expect(told).toEqual(['fail'])
  expect(audio.isDestroyed).toBe(true)
})

test('a build without the plugin offers nothing', () => {
  expect(useCanReadAloud('zh', false)).toBe(true)
  isDeclared('')
  expect(useCanReadAloud('zh', false)).toBe(false)
})

test('an app from which WeChat took the plugin offers nothing and says so when asked', () => {
  Object.assign(Taro, {
    requirePlugin: () => {
      throw new Error('plugin is not available')
    },
  })
  expect(useCanReadAloud('zh', false)).toBe(false)
  readAloud('路灯修好了。', 'zh', events)
  expect(told).toEqual(['fail'])
})

test('neither Tibetan nor anything confidential is given to it', () => {
  expect(useCanReadAloud('bo', false)).toBe(false)
  expect(useCanReadAloud('zh', true)).toBe(false)
})
