import type { HeldContent } from '@little-bench/shared/moderation/contract'
import type { HeldKind } from '@little-bench/shared/moderation/holds'
import type { z } from 'zod'
import { fileLinks } from '../files/index.ts'
import { namesByPersonId } from '../people/index.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { presentHeldContent } from './held-content.presenter.ts'
import type { HeldContentRow } from './held-content.repository.ts'
import type { HeldSubject, Moderation } from './moderation.ts'

/** Rows of one community as this viewer sees them; one whose subject is gone is left out. */
export const describeHeld = async (
  moderation: Moderation,
  viewer: Viewer,
  communityId: string,
  rows: readonly HeldContentRow[],
): Promise<z.input<typeof HeldContent>[]> => {
  const byKind = new Map<HeldKind, Map<string, HeldSubject>>()
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const ids = rows.filter((row) => row.kind === kind).map((row) => row.subject_id)
    byKind.set(kind, await moderation.contents.of(kind).describe(moderation.db, communityId, [...new Set(ids)]))
  }
  const deciders = rows.flatMap(({ decided_by: id }) => (id === null ? [] : [id]))
  const names = await namesByPersonId(moderation, deciders)
  const viewing = { names, links: fileLinks(moderation, viewer.actorId), language: viewer.language }
  return rows.flatMap((row) => {
    const subject = byKind.get(row.kind)?.get(row.subject_id)
    return subject ? [presentHeldContent(row, { ...viewing, subject })] : []
  })
}
