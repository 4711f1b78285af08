import type { Language } from '@little-bench/shared/kernel/language'
import type { Call } from '@little-bench/shared/notifications/contract'
import { isForPersonAlone } from '@little-bench/shared/notifications/notices'
import type { z } from 'zod'
import type { Contact } from '../people/index.ts'
import type { CallAttemptRow, CallLineRow, CallRow } from './call-list.repository.ts'
import { saidText } from './notice-text.ts'

/** What a page of calls needs beside its rows. */
export interface CallWords {
  lines: readonly CallLineRow[]
  attempts: readonly CallAttemptRow[]
  /** Opened, for whoever calls. */
  contacts: ReadonlyMap<string, Contact>
  /** Staff by name. */
  staffNames: ReadonlyMap<string, string>
  /** Numbers that were given for a call, opened. */
  phones: ReadonlyMap<string, string>
  language: Language
}

/** A call as whoever makes it needs it: whom, at which number, what to say, and how it went before. */
export const presentCall = (row: CallRow, words: CallWords): z.input<typeof Call> => {
  const contact = words.contacts.get(row.person_id)
  return {
    id: row.id,
    person: { id: row.person_id, name: contact?.name ?? '', phone: words.phones.get(row.id) ?? contact?.phone ?? null },
    lines: words.lines
      .filter((line) => line.call_id === row.id)
      .map((line) => ({
        text: saidText(line.kind, line.details, words.language),
        at: line.at,
        isConfidential: line.is_confidential || isForPersonAlone(line.kind),
      })),
    attempts: words.attempts
      .filter((attempt) => attempt.call_id === row.id)
      .map(({ at, outcome, made_by: madeBy, note }) => ({
        at,
        outcome,
        byName: words.staffNames.get(madeBy) ?? '',
        note,
      })),
    dueOn: row.due_on,
    needsVisit: row.needs_visit,
    closedAt: row.closed_at,
    version: row.version,
  }
}
