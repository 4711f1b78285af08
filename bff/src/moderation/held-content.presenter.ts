import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import type { HeldContent } from '@little-bench/shared/moderation/contract'
import type { z } from 'zod'
import type { FileLinks } from '../files/index.ts'
import type { PersonNames } from '../people/index.ts'
import type { HeldContentRow } from './held-content.repository.ts'
import type { HeldSubject } from './moderation.ts'

interface HeldViewing {
  subject: HeldSubject
  names: ReadonlyMap<string, PersonNames>
  links: FileLinks
  language: Language
}

/** One thing that is held, for whoever decides. */
export const presentHeldContent = (
  row: HeldContentRow,
  { subject, names, links, language }: HeldViewing,
): z.input<typeof HeldContent> => {
  const file = subject.files.find(({ id }) => id === row.file_id)
  return {
    id: row.id,
    kind: row.kind,
    issueId: row.subject_id,
    workItemId: row.work_item_id,
    serviceName: inLanguage(subject.serviceName, language),
    words: row.file_id === null ? subject.words : null,
    photo: file ? links.photo(file) : null,
    // Only what a person looks at is shown here, and that has a reason.
    why: row.why ?? 'unsure',
    heldAt: row.held_at,
    decision:
      row.decided_at === null
        ? null
        : {
            isShown: row.state === 'shown',
            reason: row.reason,
            byName: names.get(row.decided_by ?? '')?.full ?? '',
            at: row.decided_at,
          },
  }
}
