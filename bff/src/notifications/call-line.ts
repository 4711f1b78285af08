import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { type CallNotice, isUrgentCall } from '@little-bench/shared/notifications/notices'
import { nextOnDuty } from '@little-bench/shared/work-queue/deadline'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { hasLineOfJob, insertCallLine, openCall } from './call-list.repository.ts'

/** One thing to say to somebody on the telephone; details as in a notice. */
export interface NewCallLine {
  kind: CallNotice
  personId: string
  communityId: string
  workItemId: string | null
  /** It is about something that nobody else may know. */
  isConfidential: boolean
  details: Record<string, string>
  /** The same on each run of the job that writes it: it is written once. */
  jobId: string
  /** The number to call, sealed for this line; left out, the one that the counter knows. */
  phone?: { lineId: string; sealedPhone: string }
}

/** Puts a line on the call list of a community, to be said today in duty hours or else when it opens next. */
export const addCallLine = async (context: Context, trx: Trx, line: NewCallLine, now: Date): Promise<void> => {
  const { communityId, personId } = line
  const community = context.config().communities.get(communityId)
  // Somebody who belongs nowhere has no counter that could call them.
  if (!community || (await hasLineOfJob(trx, communityId, line.jobId))) return
  const isUrgent = isUrgentCall(line.kind)
  const callId = await openCall(trx, {
    community_id: communityId,
    id: uuidv7(),
    person_id: personId,
    due_on: shanghaiTime(isUrgent ? now : nextOnDuty(now, community.calendar)).date,
    is_urgent: isUrgent,
    created_at: now.toISOString(),
  })
  await insertCallLine(trx, {
    community_id: communityId,
    call_id: callId,
    id: line.phone?.lineId ?? uuidv7(),
    kind: line.kind,
    details: JSON.stringify(line.details),
    work_item_id: line.workItemId,
    is_confidential: line.isConfidential,
    job_id: line.jobId,
    sealed_phone: line.phone?.sealedPhone ?? null,
    at: now.toISOString(),
  })
}
