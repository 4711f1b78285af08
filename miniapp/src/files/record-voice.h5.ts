import { newAttemptKey } from '../platform/attempt-key'
import type { LocalFile } from '../platform/local-file'
import { keepBytes } from './local-bytes.h5'

/** `refused`: the person or the phone does not let us listen. */
export type RecordingFailure = 'refused' | 'failed'

export interface RecordingEvents {
  /** It listens from now on. */
  onStart: () => void
  /** It was ended, by the person or after `maxSeconds`, and is kept on the phone. */
  onEnd: (file: LocalFile) => void
  onFail: (why: RecordingFailure) => void
}

/** Browsers listen only on a page that came over a protected connection. */
export const canRecord = (): boolean => 'mediaDevices' in navigator && 'MediaRecorder' in window

/** Begins to listen and gives what ends it. */
export const startRecording = (maxSeconds: number, events: RecordingEvents): (() => void) => {
  let end = () => undefined as void
  let isEnded = false
  void navigator.mediaDevices.getUserMedia({ audio: true }).then(
    (stream) => {
      end = listen(stream, maxSeconds, events)
      if (isEnded) end()
    },
    () => events.onFail('refused'),
  )
  return () => {
    isEnded = true
    end()
  }
}

/** In the order in which the most phones can play them. */
const FORMATS = ['audio/mp4', 'audio/webm;codecs=opus', 'audio/ogg;codecs=opus']
/** Speech needs no more. */
const BITS_PER_SECOND = 32_000

const listen = (stream: MediaStream, maxSeconds: number, { onStart, onEnd, onFail }: RecordingEvents) => {
  const mimeType = FORMATS.find((format) => MediaRecorder.isTypeSupported(format))
  const recorder = new MediaRecorder(stream, { audioBitsPerSecond: BITS_PER_SECOND, ...(mimeType ? { mimeType } : {}) })
  const pieces: Blob[] = []
  let startedAt = Date.now()
  const timer = setTimeout(() => stop(), maxSeconds * 1000)
  const stop = () => {
    clearTimeout(timer)
    if (recorder.state !== 'inactive') recorder.stop()
  }
  recorder.ondataavailable = ({ data }) => void pieces.push(data)
  recorder.onstart = () => {
    startedAt = Date.now()
    onStart()
  }
  recorder.onerror = () => onFail('failed')
  recorder.onstop = () => {
    for (const track of stream.getTracks()) track.stop()
    const seconds = Math.min(maxSeconds, Math.max(1, Math.round((Date.now() - startedAt) / 1000)))
    void keepVoice(new Blob(pieces, { type: recorder.mimeType }), seconds).then(onEnd, () => onFail('failed'))
  }
  recorder.start()
  return stop
}

const keepVoice = async (voice: Blob, seconds: number): Promise<LocalFile> => {
  const id = newAttemptKey()
  await keepBytes(id, voice)
  return { id, kind: 'voice', bytes: voice.size, seconds }
}
