import type { LoadedConfig } from '@little-bench/config/model'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import type { TimelineEvent } from '@little-bench/shared/work-queue/item.contract'
import type { Relation } from '@little-bench/shared/work-queue/lifecycle'
import type { z } from 'zod'
import type { EventWithFiles } from './message-files.ts'
import { isStaffRelation } from './work-item.policy.ts'
import { type Names, type Presentation, queueName } from './work-item.presenter.ts'
import type { WorkItemRow } from './work-item.repository.ts'
import type { EventRow } from './work-item-event.repository.ts'

/**
 * The history as this viewer may read it. Somebody without a relation (a neighbour reading what is public) sees that
 * something moved and when, never who did it, never a word that was written and not that it was rated.
 */
export const presentTimeline = (
  item: Pick<WorkItemRow, 'community_id' | 'requester_id'>,
  events: readonly EventWithFiles[],
  relations: readonly Relation[],
  names: Names,
  presentation: Presentation,
): z.input<typeof TimelineEvent>[] => {
  const isStaff = relations.some(isStaffRelation)
  const mayRead = (audience: EventRow['visible_to'] | null): boolean =>
    audience !== null && (isStaff || (relations.length > 0 && audience === 'requester'))
  const actorOf = (event: EventRow): string | null => {
    if (relations.length === 0 || event.actor_id === null) return null
    const isResident = event.actor_id === item.requester_id || event.acting_for_id !== null
    return (isResident ? names.residents : names.staff).get(event.actor_id) ?? null
  }
  const actingFor = ({ acting_for_id: id }: EventRow): string | null =>
    relations.length === 0 || id === null || item.requester_id === null
      ? null
      : (names.residents.get(item.requester_id) ?? null)
  return events
    .filter((event) => (relations.length === 0 ? event.from_state !== event.to_state : mayRead(event.visible_to)))
    .map((event) => ({
      id: event.id,
      at: event.created_at,
      kind: event.kind,
      from: event.from_state,
      to: event.to_state,
      actor: actorOf(event),
      actingFor: actingFor(event),
      isYou: relations.length > 0 && event.actor_id === presentation.actorId,
      isBySystem: event.actor_id === null,
      queueName: queueName(event.queue_id, presentation.config, presentation.language),
      message: mayRead(event.message_visible_to) ? event.body : null,
      messageFor: mayRead(event.message_visible_to) && event.body !== null ? event.message_visible_to : null,
      attachments: presentation.links.attachments(mayRead(event.message_visible_to) ? event.files : []),
      ...presentDetails(item, event, relations, names, presentation),
    }))
}

/** What it was and what it became, for whoever has to do with the item. */
const presentDetails = (
  item: Pick<WorkItemRow, 'community_id' | 'requester_id'>,
  { details, kind }: EventRow,
  relations: readonly Relation[],
  names: Names,
  presentation: Presentation,
) => {
  const isRelated = relations.length > 0
  const isStaff = relations.some(isStaffRelation)
  const { fromName, toName } = isRelated
    ? namesOfDetails(item, details, { isStaff, names, presentation })
    : { fromName: null, toName: null }
  return {
    fromName,
    toName,
    reason: isRelated ? (details.reason ?? null) : null,
    until: isRelated ? (details.until ?? null) : null,
    clock: isRelated ? (details.clock ?? null) : null,
    followUpResult: isStaff ? (details.result ?? null) : null,
    // The number of a neighbour's report is nobody else's.
    receiptNumbers: isStaff || (isRelated && kind === 'split') ? (details.receiptNumbers ?? []) : [],
  }
}

const namesOfDetails = (
  item: Pick<WorkItemRow, 'community_id'>,
  details: EventRow['details'],
  { isStaff, names, presentation }: { isStaff: boolean; names: Names; presentation: Presentation },
): { fromName: string | null; toName: string | null } => {
  const { config, language } = presentation
  const queue = (id: string | undefined): string | null => (id === undefined ? null : queueName(id, config, language))
  if (details.toServiceCode !== undefined) {
    const category = (code: string | undefined): string | null =>
      categoryName(config, item.community_id, code, language)
    return { fromName: category(details.fromServiceCode), toName: category(details.toServiceCode) }
  }
  if (details.toGridCellId !== undefined) {
    const cell = (id: string | null | undefined): string | null => cellName(config, item.community_id, id, language)
    return { fromName: cell(details.fromGridCellId), toName: cell(details.toGridCellId) }
  }
  if (details.queueIds !== undefined) {
    return { fromName: null, toName: details.queueIds.map((id) => queueName(id, config, language)).join('、') }
  }
  if (details.assigneeId !== undefined) {
    return { fromName: null, toName: isStaff ? (names.staff.get(details.assigneeId) ?? null) : null }
  }
  return { fromName: queue(details.fromQueueId), toName: queue(details.toQueueId) }
}

const categoryName = (
  config: LoadedConfig,
  communityId: string,
  serviceCode: string | undefined,
  language: Language,
): string | null => {
  const entry = config.communities.get(communityId)?.catalogue.find((each) => each.serviceCode === serviceCode)
  return entry ? inLanguage(entry.name, language) : (serviceCode ?? null)
}

/** A cell that a re-drawn map no longer has is named by its id: history does not forget it. */
const cellName = (
  config: LoadedConfig,
  communityId: string,
  id: string | null | undefined,
  language: Language,
): string | null => {
  if (id === null || id === undefined) return null
  const cell = config.communities.get(communityId)?.gridCells.find((each) => each.id === id)
  return cell ? inLanguage(cell.name, language) : id
}
