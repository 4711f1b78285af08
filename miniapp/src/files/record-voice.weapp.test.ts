import Taro from '@tarojs/taro'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startRecording } from './record-voice.weapp'

let told: string[]
let acts: Record<string, (result: object) => void>
const events = {
  onStart: () => void told.push('start'),
  onEnd: () => void told.push('end'),
  onFail: (why: string) => void told.push(why),
}

beforeEach(() => {
  told = []
  acts = {}
  const on = (name: string) => (act: (result: object) => void) => void (acts[name] = act)
  Object.assign(Taro, {
    getRecorderManager: () => ({
      onStart: on('start'),
      onStop: on('stop'),
      onError: on('error'),
      start: () => acts['start']?.({}),
      stop: () => undefined,
    }),
  })
})
afterEach(() => {
  for (const name of ['getRecorderManager', 'authorize']) Reflect.deleteProperty(Taro, name)
})

test.each(['authorize:fail auth deny', 'authorize:fail privacy permission is not authorized'])(
  '%s: nobody is listened to, and it is said to be refused',
  async (errMsg) => {
    Object.assign(Taro, { authorize: async () => Promise.reject({ errMsg }) })
    startRecording(60, events)
    await expect.poll(() => told).toEqual(['refused'])
  },
)

test('a microphone that WeChat takes away while it listens is a refusal too', async () => {
  Object.assign(Taro, { authorize: async () => undefined })
  startRecording(60, events)
  await expect.poll(() => told).toEqual(['start'])
  acts['error']?.({ errMsg: 'operateRecorder:fail system permission denied' })
  acts['error']?.({ errMsg: 'operateRecorder:fail recording interrupted' })
  expect(told).toEqual(['start', 'refused', 'failed'])
})
