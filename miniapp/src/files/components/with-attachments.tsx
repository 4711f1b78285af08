import type { Attachments } from '@little-bench/shared/files/contract'
import type { ReactNode } from 'react'
import type { TimelineEntry } from '../../ui/timeline'
import { AttachedFiles } from './attached-files'

interface EventWithFiles {
  id: string
  attachments: Attachments
}

/** The entries of a timeline with the files that hang on their messages; `voiceAction` is what can be done about a voice note. */
export const withAttachments = (
  entries: readonly TimelineEntry[],
  events: readonly EventWithFiles[],
  voiceAction?: (voiceNote: NonNullable<Attachments['voiceNote']>) => ReactNode,
): TimelineEntry[] =>
  entries.map((entry) => {
    const attachments = events.find(({ id }) => id === entry.id)?.attachments
    if (!attachments || (attachments.photos.length === 0 && !attachments.voiceNote)) return entry
    const { voiceNote } = attachments
    return {
      ...entry,
      attached: <AttachedFiles attachments={attachments} voiceAction={voiceNote && voiceAction?.(voiceNote)} />,
    }
  })
