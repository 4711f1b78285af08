import { SERVICE_CODE_LIST } from '@little-bench/shared/scheduling/service-codes'
import type { SlotService } from '@little-bench/shared/scheduling/slots'
import { routingOf } from '../build-config.ts'
import type { Problem } from '../problem.ts'
import type { QueueSource } from '../schema/queue.ts'
import type { CommunitySource, Sources } from '../sources.ts'
import { fileOf, type Located, locate, problemAt } from './located.ts'

type ServiceQueue = Located<QueueSource & { service: SlotService }>

/**
 * The queue of a service belongs to a community that offers it, and to nobody else. Only items of the service come to it,
 * so that a kitchen never reads what residents report; and they do come.
 */
export const checkServiceQueues = (sources: Sources): Problem[] =>
  sources.communities.flatMap((source) => {
    const queues = locate(fileOf(source, 'queues.yaml'), 'queues', source.files['queues.yaml'].queues)
    return queues
      .filter(isOfService)
      .flatMap((queue) => [...checkOwner(queue, source), ...checkRoutes(queue, source, sources)])
  })

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
  const own = SERVICE_CODE_LIST.filter((entry) => entry.service === service).map(({ serviceCode }) => serviceCode)
  const rules = routingOf(source, sources).filter(({ to }) => to.kind === 'queue' && to.queueId === id)
  const strays = rules.filter(({ when }) => when.serviceCodes?.every((code) => own.includes(code)) !== true)
  return [
    ...(rules.length === 0 ? [problemAt(queue, '', 'gets nothing: no rule of routing.yaml sends to it')] : []),
    ...strays.map((rule) =>
      problemAt(queue, 'service', `is ${service}, but the rule ${rule.id} sends it more: only ${own.join(', ')} may`),
    ),
  ]
}
