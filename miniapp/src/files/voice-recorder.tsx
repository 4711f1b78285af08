import { MAX_VOICE_SECONDS } from '@little-bench/shared/files/limits'
import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../platform/i18n/text'
import type { LocalFile } from '../platform/local-file'
import { a11y } from '../ui/a11y'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Icon } from '../ui/icon'
import { fileText } from './file.text'
import styles from './files.module.scss'
import { PlayButton } from './play-button'
import { canRecord, type RecordingFailure, startRecording } from './record-voice'

interface VoiceRecorderProps {
  voice: LocalFile | undefined
  onAdd: (voice: LocalFile) => void
  onRemove: (voice: LocalFile) => void
}

/** One voice note of a minute at most: one button begins and ends it. Where no phone can listen there is none. */
export const VoiceRecorder = ({ voice, onAdd, onRemove }: VoiceRecorderProps) => {
  const t = useText(fileText)
  const recording = useRecording(onAdd)
  if (!canRecord()) return null
  return (
    <Field label={t('voice')} hint={voice ? undefined : t('voiceHint', { seconds: MAX_VOICE_SECONDS })}>
      {(semantics) => (
        <View {...a11y({ ...semantics, required: undefined, invalid: undefined, role: 'group' })}>
          <View {...a11y({ role: 'status', live: 'polite' })}>
            {recording.isOn && <View className={styles.live}>{t('saying', { seconds: recording.seconds })}</View>}
            {voice && <View className={styles.live}>{t('said', { seconds: voice.seconds ?? 0 })}</View>}
            {recording.failure && (
              <View className={styles.error}>
                <Icon name='alert' />
                <Text>{t(recording.failure === 'refused' ? 'voiceRefused' : 'voiceFailed')}</Text>
              </View>
            )}
          </View>
          {voice && (
            <View className={styles.row}>
              <PlayButton voice={voice} />
              <Button icon='close' onPress={() => onRemove(voice)}>
                {t('removeVoice')}
              </Button>
            </View>
          )}
          {!voice && (
            <Button
              icon={recording.isOn ? 'stop' : 'microphone'}
              kind={recording.isOn ? 'danger' : 'plain'}
              isWide
              onPress={recording.isOn ? recording.stop : recording.start}
            >
              {t(recording.isOn ? 'stopVoice' : 'startVoice')}
            </Button>
          )}
        </View>
      )}
    </Field>
  )
}

const useRecording = (onAdd: (voice: LocalFile) => void) => {
  const [startedAt, setStartedAt] = useState<number>()
  const [seconds, setSeconds] = useState(0)
  const [failure, setFailure] = useState<RecordingFailure>()
  const end = useRef<() => void>(undefined)
  // Leaving the page ends it: nobody is listened to unseen.
  useEffect(() => () => end.current?.(), [])
  useEffect(() => {
    if (startedAt === undefined) return undefined
    const timer = setInterval(
      () => setSeconds(Math.min(MAX_VOICE_SECONDS, Math.floor((Date.now() - startedAt) / 1000))),
      250,
    )
    return () => clearInterval(timer)
  }, [startedAt])
  const hasEnded = () => {
    end.current = undefined
    setStartedAt(undefined)
  }
  const start = () => {
    setFailure(undefined)
    setSeconds(0)
    end.current = startRecording(MAX_VOICE_SECONDS, {
      onStart: () => setStartedAt(Date.now()),
      onEnd: (voice) => {
        hasEnded()
        onAdd(voice)
      },
      onFail: (why) => {
        hasEnded()
        setFailure(why)
      },
    })
  }
  return { isOn: startedAt !== undefined, seconds, failure, start, stop: () => end.current?.() }
}
