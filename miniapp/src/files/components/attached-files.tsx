import type { Attachments } from '@little-bench/shared/files/contract'
import type { ReactNode } from 'react'
import { Photos } from './photos'
import { VoicePlayer } from './voice-player'

interface AttachedFilesProps {
  attachments: Attachments
  /** What can be done about the voice note. */
  voiceAction?: ReactNode
}

/** The photos and the voice note that hang on a report or on a message. */
export const AttachedFiles = ({ attachments: { photos, voiceNote }, voiceAction }: AttachedFilesProps) => (
  <>
    <Photos photos={photos} />
    {voiceNote && <VoicePlayer voiceNote={voiceNote} action={voiceAction} />}
  </>
)
