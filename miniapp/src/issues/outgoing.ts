import { forgetBytes } from '../files'
import { beginDraft, removeDraft } from '../platform/drafts'
import { replacePage, restartAt } from '../platform/navigation'
import { removeEntry, updateEntry } from '../platform/outbox/outbox.store'
import type { OutboxEntry } from '../platform/outbox/outbox-entry'
import { useSession } from '../platform/session'

/** The form in which something that waits on the phone is changed. */
export const formOf = (entryId: string | undefined): string => (entryId ? `report.${entryId}` : 'report')

/** Stops it and opens it again with all its words and photos, as the business of whose it is. */
export const changeEntry = (entry: OutboxEntry): void => {
  const { actingFor, actFor } = useSession.getState()
  const isElsewhere = actingFor?.id !== entry.actingFor?.id
  if (isElsewhere) actFor(entry.actingFor)
  beginDraft(formOf(entry.id), entry.fields)
  updateEntry(entry.id, (now) => ({ ...now, state: 'opened' }))
  const open = isElsewhere ? restartAt : replacePage
  open('issues/pages/report/index', { entry: entry.id })
}

/** Nothing of it is left on the phone, and nothing was sent. */
export const throwAway = (entry: OutboxEntry): void => {
  removeEntry(entry.id)
  removeDraft(formOf(entry.id))
  for (const { file } of entry.files) void forgetBytes(file.id)
}
