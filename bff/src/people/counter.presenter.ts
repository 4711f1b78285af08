import type { AssistSession, FoundResident } from '@little-bench/shared/people/counter.contract'
import type { z } from 'zod'
import type { Sealer } from '../platform/crypto/sealer.ts'
import type { AssistSessionRow } from './assist-session.repository.ts'
import { shownName } from './mask.ts'
import type { FoundRow } from './person-contact.repository.ts'
import { openContact } from './sealed-contact.ts'

const ENDING_DIGITS = 2

/** Enough to tell two apart and to ask «is that you?», and no more. */
export const presentFoundResident = (sealer: Sealer, row: FoundRow): z.input<typeof FoundResident> => ({
  personId: row.person_id,
  name: shownName(row),
  phoneEnding: openContact(sealer, row.person_id, 'phone', row.sealed_phone)?.slice(-ENDING_DIGITS) ?? null,
  hasAccount: row.has_account,
  channel: row.channel,
})

/** A session as the two people in it see it; one whose time is over has ended. */
export const presentAssistSession = (row: AssistSessionRow, now: Date): z.input<typeof AssistSession> => ({
  id: row.id,
  communityId: row.community_id,
  resident: { id: row.resident_id, name: shownName(row) },
  reason: row.reason,
  note: row.note,
  startedAt: row.started_at,
  endsAt: row.ends_at,
  endedAt: row.ended_at ?? (Date.parse(row.ends_at) <= now.getTime() ? row.ends_at : null),
})
