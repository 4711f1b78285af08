import type { Service } from '@little-bench/shared/communities/duty'
import { inLanguage } from '@little-bench/shared/kernel/language'
import { actText } from '@little-bench/shared/people/acts'
import type { ProxyAct } from '@little-bench/shared/people/grant.contract'
import { isProxyService } from '@little-bench/shared/people/powers'
import type { z } from 'zod'
import type { Viewer } from '../platform/http/viewer.ts'
import type { ActRow } from './act-list.repository.ts'
import type { PersonNames } from './person-names.service.ts'

export type ActView = z.input<typeof ProxyAct>

/** An item as a line of the list names it. */
export interface ItemDescription {
  communityId: string
  workItemId: string
  subjectId: string
  service: Service
  receiptNumber: string
  title: string
  /** False for what nobody but the person themself may know. */
  isDelegable: boolean
}

/** One line for one reader; an item that they may not know is left out. */
export const presentAct = (
  row: ActRow,
  names: ReadonlyMap<string, PersonNames>,
  item: ItemDescription | undefined,
  viewer: Viewer,
): ActView => ({
  id: row.id,
  at: row.at,
  actorName: names.get(row.actor_id)?.[row.grant_id === null ? 'full' : 'masked'] ?? '',
  isByStaff: row.grant_id === null,
  isYou: row.actor_id === viewer.actorId,
  principalId: row.principal_id,
  principalName: names.get(row.principal_id)?.masked ?? '',
  said: inLanguage(actText(row.operation, row.event_kind), viewer.language),
  item: item ? presentItem(item) : null,
  assist: presentSession(row),
})

/** Of a service that nobody does for somebody else no item is named. */
const presentItem = ({ isDelegable: _isDelegable, service, ...item }: ItemDescription): ActView['item'] =>
  isProxyService(service) ? { ...item, service } : null

const presentSession = ({ session_id: sessionId, reason, ends_at: endsAt, ended_at: endedAt }: ActRow) =>
  sessionId === null || reason === null || endsAt === null ? null : { sessionId, reason, endsAt, endedAt }
