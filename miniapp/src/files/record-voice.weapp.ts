import Taro from '@tarojs/taro'
import { newAttemptKey } from '../platform/attempt-key'
import { isRefused } from '../platform/is-refused'
import type { LocalFile } from '../platform/local-file'
import { keepTemporary } from './local-bytes.weapp'
import type { RecordingEvents } from './record-voice.h5'

export type { RecordingEvents, RecordingFailure } from './record-voice.h5'

export const canRecord = (): boolean => true

/** Begins to listen and gives what ends it. */
export const startRecording = (maxSeconds: number, { onStart, onEnd, onFail }: RecordingEvents): (() => void) => {
  const recorder = Taro.getRecorderManager()
  recorder.onStart(onStart)
  recorder.onError((failure) => onFail(isRefused(failure) ? 'refused' : 'failed'))
  recorder.onStop(({ tempFilePath, duration }) => {
    const seconds = Math.min(maxSeconds, Math.max(1, Math.round(duration / 1000)))
    void keepVoice(tempFilePath, seconds).then(onEnd, () => onFail('failed'))
  })
  void Taro.authorize({ scope: 'scope.record' }).then(
    () =>
      // Speech in a format that every phone plays; the rate and the bits must fit each other or WeChat refuses.
      recorder.start({
        duration: maxSeconds * 1000,
        sampleRate: 16000,
        numberOfChannels: 1,
        encodeBitRate: 32000,
        format: 'mp3',
      }),
    () => onFail('refused'),
  )
  return () => recorder.stop()
}

const keepVoice = async (tempFilePath: string, seconds: number): Promise<LocalFile> => {
  // WeChat tells by its ending how to play it.
  const id = `${newAttemptKey()}.mp3`
  return { id, kind: 'voice', bytes: await keepTemporary(id, tempFilePath), seconds }
}
