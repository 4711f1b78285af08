import type { LoadedConfig, QueueConfig } from '@little-bench/config/model'
import { AppError } from '@little-bench/shared/kernel/errors'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import { type AllowedMove, allowedMoves } from '@little-bench/shared/work-queue/allowed-moves'
import type { Move } from '@little-bench/shared/work-queue/lifecycle'
import type { MoveChoices, QueueChoice } from '@little-bench/shared/work-queue/move.contract'
import type { z } from 'zod'
import { communityOf } from '../communities/index.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from './engine.ts'
import { invitableQueues, otherCategories, referableQueues } from './item-choices.ts'
import { circumstancesOf, movableOf } from './item-facts.ts'
import { listLikelyDuplicates } from './related-item.repository.ts'
import { rosterAssignees } from './roster.service.ts'
import { isStaffRelation, mergerOf, relationsOf, servedQueues } from './work-item.policy.ts'
import { findWorkItemById, type RatedWorkItemRow } from './work-item.repository.ts'

type Choices = z.input<typeof MoveChoices>

const DAY_MS = 86_400_000
const MOST_DUPLICATES = 10

/**
 * What the moves of an item may name. Lists that none of the viewer's moves needs are empty, so that nobody reads who
 * works where without a reason. Errors: `not_found`, also for the requester.
 */
export const listMoveChoices = async (
  engine: Engine,
  viewer: Viewer,
  address: { communityId: string; workItemId: string },
): Promise<Choices> => {
  const now = engine.clock.now()
  const item = await findWorkItemById(engine.db, address.communityId, address.workItemId)
  const served = servedQueues(viewer.roles, engine.config())
  const relations = item ? relationsOf(item, viewer, served) : []
  if (!item || !relations.some(isStaffRelation)) throw new AppError('not_found')
  const can = whatCanBeDone(allowedMoves(movableOf(engine, item), relations, now))
  const { rules } = circumstancesOf(engine, item)
  const duplicates = can('merge')
    ? await listLikelyDuplicates(engine.db, item, mergerOf(viewer, served), MOST_DUPLICATES)
    : []
  return {
    ...namedChoices(engine, item, viewer.language, can),
    assignees: can('dispatch', 'transfer') ? await rosterAssignees(engine, item, viewer.personId) : [],
    likelyDuplicates: duplicates.map((row) => ({
      receiptNumber: row.receipt_number,
      title: row.title,
      createdAt: row.created_at,
    })),
    services: can('convert')
      ? engine.subjects.conversionTargets(item.service, communityOf(engine, item.community_id))
      : [],
    suspendAtMostUntil: new Date(now.getTime() + rules.maxSuspensionDays * DAY_MS).toISOString(),
  }
}

type Can = (...moves: Move[]) => boolean

const whatCanBeDone =
  (allowed: readonly AllowedMove[]): Can =>
  (...moves) =>
    allowed.some(({ move }) => moves.includes(move))

/** Queues, categories and places: what configuration names. */
const namedChoices = (engine: Engine, item: RatedWorkItemRow, language: Language, can: Can) => {
  const config = engine.config()
  const { community } = circumstancesOf(engine, item)
  const notOurs = engine.subjects.categoryOf(item.service, community, item.service_code)?.notOurs ?? null
  return {
    queues: queuesFor(config, item, can).map((queue) => presentQueue(queue, language)),
    serviceCodes: can('recategorise')
      ? otherCategories(engine.subjects, community, item).map(({ serviceCode, name, group }) => ({
          serviceCode,
          name: inLanguage(name, language),
          group: inLanguage(group, language),
        }))
      : [],
    places: can('relocate', 'split')
      ? community.gridCells.flatMap((cell) =>
          cell.places.map((place) => ({
            id: place.id,
            name: inLanguage(place.name, language),
            gridCellId: cell.id,
            gridCellName: inLanguage(cell.name, language),
          })),
        )
      : [],
    notOurs:
      can('close') && notOurs
        ? {
            destination: inLanguage(notOurs.destination, language),
            phone: notOurs.phone,
            reply: notOurs.reply && inLanguage(notOurs.reply, language),
          }
        : null,
  }
}

const queuesFor = (config: LoadedConfig, item: RatedWorkItemRow, can: Can): QueueConfig[] => {
  if (can('refer')) return referableQueues(config, item)
  return can('invite') ? invitableQueues(config, item) : []
}

const presentQueue = (queue: QueueConfig, language: Language): z.input<typeof QueueChoice> => ({
  id: queue.id,
  name: inLanguage(queue.name, language),
  level: queue.level,
})
