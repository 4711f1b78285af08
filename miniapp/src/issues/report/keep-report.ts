import type { Community } from '@little-bench/shared/communities/contract'
import type { Draft } from '../../platform/drafts'
import { localFilesOf } from '../../platform/local-file'
import { entryOf, putEntry, removeEntry } from '../../platform/outbox/outbox.store'
import { newEntry } from '../../platform/outbox/outbox-entry'
import { useSession } from '../../platform/session'
import { reportSender } from '../report-sender'
import { keepLastPlace } from './last-place'
import { newReport } from './new-report'
import { type ReportFields, readReport } from './report-fields'

interface KeptReport {
  draft: Draft<ReportFields>
  community: Community
  /** What it was before it was changed. */
  replacesId?: string | undefined
}

/**
 * Writes the report to the phone's outbox, from where it is sent: gives its id there, or nothing when the phone has no
 * room, and then the draft stays. The key of the draft becomes that of the report.
 */
export const keepReport = ({ draft, community, replacesId }: KeptReport): string | undefined => {
  const { person, actingFor } = useSession.getState()
  if (!person) return undefined
  const { fields, attemptKey: id } = draft
  const read = readReport(fields, community)
  const replaced = replacesId ? entryOf(replacesId) : undefined
  const entry = newEntry({
    id,
    personId: person.id,
    actingFor,
    communityId: community.id,
    title: read.category?.name ?? '',
    fields,
    body: newReport(fields, read),
    files: localFilesOf(fields.files),
    known: replaced?.files,
  })
  if (!putEntry(entry)) return undefined
  if (replaced) removeEntry(replaced.id)
  if (read.place) keepLastPlace(community.id, read.place.id)
  draft.clear()
  void reportSender.sendDue()
  return id
}
