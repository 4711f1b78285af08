import type { Attachments } from '@little-bench/shared/files/contract'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { attachmentText } from '../attachment.text'
import { useVoice } from '../use-voice'
import styles from './voice-player.module.scss'

interface VoicePlayerProps {
  voiceNote: NonNullable<Attachments['voiceNote']>
  /** What can be done about it. */
  action?: ReactNode
}

/** Plays a voice note and stops it; what is said in it stands below once somebody has written it down. */
export const VoicePlayer = ({ voiceNote: { url, seconds, transcript }, action }: VoicePlayerProps) => {
  const t = useText(attachmentText)
  const { at, isPlaying, isComing, hasFailed, press } = useVoice(url)
  return (
    <View className={styles.voice}>
      <Button icon={isPlaying ? 'stop' : 'play'} isBusy={isComing} onPress={press}>
        {isPlaying ? t('pause') : at > 0 ? t('goOn') : t('listen', { seconds })}
      </Button>
      {at > 0 && <View className={styles.at}>{t('heard', { at: Math.min(Math.ceil(at), seconds), seconds })}</View>}
      {hasFailed && <View {...a11y({ role: 'alert' })}>{t('voiceFailed')}</View>}
      {transcript && (
        <View className={styles.said}>
          <View className={styles.caption}>{t('transcript')}</View>
          <View>{transcript}</View>
        </View>
      )}
      {action}
    </View>
  )
}
