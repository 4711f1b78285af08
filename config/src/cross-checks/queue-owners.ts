import type { QueueService } from '@little-bench/shared/communities/duty'
import type { QueueLevel } from '@little-bench/shared/work-queue/routing'
import type { Problem } from '../problem.ts'
import type { CommunitySource, Sources } from '../sources.ts'
import { fileOf, type Located, locate, problemAt } from './located.ts'

interface Owner {
  queueId: string
  /** As a problem names it: `grid cell raosai-1`. */
  name: string
  level: QueueLevel
}

type OwnedQueue = Located<{ id: string; level: QueueLevel; service: QueueService | null }>

/** Every queue belongs to exactly one grid cell, community or unit, and stands on the level of its owner. */
export const checkQueueOwners = (sources: Sources): Problem[] => [
  ...checkOwners(
    locate('queues.yaml', 'queues', sources.shared['queues.yaml'].queues),
    sources.shared['units.yaml'].units.map((unit) => ({
      queueId: unit.queueId,
      name: `unit ${unit.id}`,
      level: unit.kind === 'subdistrict' ? 'subdistrict' : 'department',
    })),
  ),
  ...locate('units.yaml', 'units', sources.shared['units.yaml'].units)
    .filter(({ value }) => sources.shared['queues.yaml'].queues.every((queue) => queue.id !== value.queueId))
    .map((unit) => problemAt(unit, 'queueId', `names the queue ${unit.value.queueId}, which is not in queues.yaml`)),
  ...sources.communities.flatMap(checkCommunity),
]

const checkCommunity = (source: CommunitySource): Problem[] => {
  const { id, queueId } = source.files['community.yaml']
  const { queues } = source.files['queues.yaml']
  const file = fileOf(source, 'queues.yaml')
  const owners: Owner[] = [
    { queueId, name: `community ${id}`, level: 'community' },
    ...source.files['grid-cells.yaml'].gridCells.map(
      (gridCell): Owner => ({ queueId: gridCell.queueId, name: `grid cell ${gridCell.id}`, level: 'grid_cell' }),
    ),
  ]
  const hasOwnQueue = queues.some((queue) => queue.id === queueId)
  const located = locate(file, 'queues', queues)
  return [
    // The queue of a service is checked by itself; nobody else owns it.
    ...checkOwners(
      located.filter(({ value }) => value.service === null || owners.some((owner) => owner.queueId === value.id)),
      owners,
    ),
    ...(hasOwnQueue
      ? []
      : [
          {
            file: fileOf(source, 'community.yaml'),
            key: 'queueId',
            rule: `names the queue ${queueId}, which is not in ${file}`,
          },
        ]),
  ]
}

const checkOwners = (queues: readonly OwnedQueue[], owners: readonly Owner[]): Problem[] =>
  queues.flatMap((queue) => {
    const own = owners.filter((owner) => owner.queueId === queue.value.id)
    const names = own.map((owner) => owner.name).join(' and ')
    if (own.length === 0) return [problemAt(queue, '', 'belongs to nobody: every queue belongs to exactly one owner')]
    if (own.length > 1) {
      return [problemAt(queue, '', `belongs to ${names}: every queue belongs to exactly one owner`)]
    }
    return own
      .filter((owner) => owner.level !== queue.value.level)
      .map((owner) => problemAt(queue, 'level', `must be ${owner.level}, because it belongs to ${owner.name}`))
  })
