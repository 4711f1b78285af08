import type { QueueService } from '@little-bench/shared/communities/duty'
import { QUEUE_LEVELS } from '@little-bench/shared/work-queue/routing'
import { routingOf } from '../build-config.ts'
import type { Problem } from '../problem.ts'
import type { QueueSource } from '../schema/queue.ts'
import { CODES_OF_SERVICES } from '../service-codes.ts'
import type { CommunitySource, Sources } from '../sources.ts'
import { fileOf, type Located, locate, problemAt } from './located.ts'

type ServiceQueue = Located<QueueSource & { service: QueueService }>

/**
 * The queue of a service belongs to a community that offers it, and to nobody else. Only items of the service come to it,
 * so that a kitchen never reads what residents report; and they do come.
 */
export const checkServiceQueues = (sources: Sources): Problem[] =>
  sources.communities.flatMap((source) => {
    const queues = locate(fileOf(source, 'queues.yaml'), 'queues', source.files['queues.yaml'].queues)
    return [
      ...queues
        .filter(isOfService)
        .flatMap((queue) => [...checkOwner(queue, source), ...checkRoutes(queue, source, sources)]),
      ...checkCommittee(source),
    ]
  })

/** Without a queue of its own a case would go where the community's staff read that it is there. */
const checkCommittee = (source: CommunitySource): Problem[] => {
  const { services } = source.files['community.yaml']
  const hasQueue = source.files['queues.yaml'].queues.some(({ service }) => service === 'mediation')
  return services.includes('mediation') && !hasQueue
    ? [
        {
          file: fileOf(source, 'community.yaml'),
          key: 'services',
          rule: 'names mediation, and queues.yaml has no queue whose service is mediation',
        },
      ]
    : []
}

const isOfService = (queue: Located<QueueSource>): queue is ServiceQueue => queue.value.service !== null

const checkOwner = (queue: ServiceQueue, { files }: CommunitySource): Problem[] => {
  const { id, level, service } = queue.value
  const { id: communityId, services, queueId } = files['community.yaml']
  const isOwned = queueId === id || files['grid-cells.yaml'].gridCells.some((gridCell) => gridCell.queueId === id)
  return [
    ...(isOwned
      ? [problemAt(queue, 'service', 'must be left out: this queue belongs to the community or a grid cell')]
      : []),
    ...(level === 'community' || isOwned
      ? []
      : [problemAt(queue, 'level', `must be community, because it is for ${service}`)]),
    ...(services.includes(service)
      ? []
      : [problemAt(queue, 'service', `names ${service}, which is no service of ${communityId} in community.yaml`)]),
  ]
}

const checkRoutes = (queue: ServiceQueue, source: CommunitySource, sources: Sources): Problem[] => {
  const { id, service } = queue.value
  const own = CODES_OF_SERVICES.filter((entry) => entry.service === service).map(({ serviceCode }) => serviceCode)
  const rules = routingOf(source, sources).filter(({ to }) => to.kind === 'queue' && to.queueId === id)
  const strays = rules.filter(({ when }) => when.serviceCodes?.every((code) => own.includes(code)) !== true)
  const isOpen = rules.some(({ awayFrom }) => QUEUE_LEVELS.some((level) => !awayFrom.includes(level)))
  return [
    ...(service === 'mediation' && isOpen
      ? [problemAt(queue, 'service', 'is mediation: its rule must keep away from every level (awayFrom)')]
      : []),
    ...(rules.length === 0 ? [problemAt(queue, '', 'gets nothing: no rule of routing.yaml sends to it')] : []),
    ...strays.map((rule) =>
      problemAt(queue, 'service', `is ${service}, but the rule ${rule.id} sends it more: only ${own.join(', ')} may`),
    ),
  ]
}
