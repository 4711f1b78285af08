import {
  isCatchAll,
  type QueueLevel,
  type RoutingInput,
  type RoutingRule,
  route,
} from '@little-bench/shared/work-queue/routing'
import { routingOf } from '../build-config.ts'
import type { CommunityConfig, LoadedConfig } from '../model.ts'
import type { Problem } from '../problem.ts'
import { CODES_EVERYWHERE, CODES_OF_SERVICES } from '../service-codes.ts'
import type { CommunitySource, Sources } from '../sources.ts'
import { fileOf, type Located } from './located.ts'

/** Conditions of rules name what exists, and the target of a rule is a queue of this community or of a unit. */
export const checkRuleReferences = (sources: Sources): Problem[] =>
  sources.communities.flatMap((source) => {
    const booked = CODES_OF_SERVICES.filter(({ service }) => source.files['community.yaml'].services.includes(service))
    const catalogue = [...sources.shared['catalogue.yaml'].categories, ...source.files['catalogue.yaml'].additions].map(
      (entry): string => entry.serviceCode,
    )
    const codes = [...catalogue, ...[...booked, ...CODES_EVERYWHERE].map(({ serviceCode }) => serviceCode)]
    const gridCells = source.files['grid-cells.yaml'].gridCells.map((gridCell): string => gridCell.id)
    const queues = [...sources.shared['queues.yaml'].queues, ...source.files['queues.yaml'].queues]
    return locatedRules(source, sources).flatMap(({ file, key, value: { when, to } }) => [
      ...missing(when.serviceCodes, codes).map((code) => ({
        file,
        key: `${key}.when.serviceCodes`,
        rule: `names ${code}, which is no category of ${source.folder}`,
      })),
      ...missing(when.gridCellIds, gridCells).map((id) => ({
        file,
        key: `${key}.when.gridCellIds`,
        rule: `names ${id}, which is no grid cell of ${source.folder}`,
      })),
      ...(to.kind !== 'queue' || queues.some((queue) => queue.id === to.queueId)
        ? []
        : [
            {
              file,
              key: `${key}.to.queueId`,
              rule: `names ${to.queueId}, which is no queue of ${source.folder} or of a unit`,
            },
          ]),
    ])
  })

/** Exactly one catch-all, last, to the community's own queue; and no rule that can never decide anything. */
export const checkRouting = (sources: Sources, config: LoadedConfig): Problem[] =>
  sources.communities.flatMap((source) => {
    const community = config.communities.get(source.files['community.yaml'].id)
    if (community === undefined) return []
    const rules = locatedRules(source, sources)
    const levelOf = (queueId: string) => config.queues.get(queueId)?.level
    const isOfService = (queueId: string) => (config.queues.get(queueId)?.service ?? null) !== null
    return [
      ...checkCatchAll(rules, fileOf(source, 'routing.yaml')),
      ...checkReachable(rules, community),
      ...rules.flatMap((rule) => checkFollowers(rule, levelOf, isOfService)),
    ]
  })

const checkCatchAll = (rules: readonly Located<RoutingRule>[], file: string): Problem[] => {
  const catchAlls = rules.filter(({ value }) => isCatchAll(value))
  const [catchAll, ...others] = catchAlls
  if (catchAll === undefined) {
    return [
      {
        file,
        key: 'rules',
        rule: 'there is no catch-all (a rule with "when: {}"): exactly one is needed, so that nothing is unrouted',
      },
    ]
  }
  if (others.length > 0) {
    return others.map(({ key, file: where }) => ({
      file: where,
      key,
      rule: `is a second catch-all beside ${catchAll.value.id}: there is exactly one`,
    }))
  }
  const isLast = rules.at(-1) === catchAll
  return [
    ...(isLast ? [] : [{ file: catchAll.file, key: catchAll.key, rule: 'is the catch-all and must be the last rule' }]),
    ...(catchAll.value.to.kind === 'community'
      ? []
      : [
          {
            file: catchAll.file,
            key: `${catchAll.key}.to`,
            rule: "must be community: the catch-all sends to the community's own queue",
          },
        ]),
  ]
}

/** Who must never see an item is not sent it, and does not follow it. */
const checkFollowers = (
  { file, key, value }: Located<RoutingRule>,
  levelOf: (queueId: string) => QueueLevel | undefined,
  isOfService: (queueId: string) => boolean,
): Problem[] => {
  const { to, followedBy, awayFrom } = value
  // The queue of a service stands beside those of its level, and can be kept from them.
  const target = to.kind === 'queue' ? (isOfService(to.queueId) ? undefined : levelOf(to.queueId)) : to.kind
  return awayFrom.flatMap((level) => [
    ...(level === target
      ? [{ file, key: `${key}.awayFrom`, rule: `names ${level}, where the rule itself sends: it cannot be kept away` }]
      : []),
    ...(followedBy.includes(level)
      ? [
          {
            file,
            key: `${key}.awayFrom`,
            rule: `names ${level}, which followedBy names too: a level is in one of them`,
          },
        ]
      : []),
  ])
}

const checkReachable = (rules: readonly Located<RoutingRule>[], community: CommunityConfig): Problem[] => {
  const inputs = inputsOf(community)
  const deciding = new Set(inputs.map((input) => route(input, community.routing, community.ladder).ruleId))
  return rules
    .filter(({ value }) => !deciding.has(value.id))
    .map(({ file, key, value }) => ({ file, key, rule: unreachable(value, inputs, community) }))
}

const unreachable = (rule: RoutingRule, inputs: readonly RoutingInput[], community: CommunityConfig): string => {
  const earlier = community.routing.slice(0, community.routing.indexOf(rule))
  const taken = inputs.filter((input) => route(input, [rule], community.ladder).ruleId === rule.id)
  const takers = new Set(taken.map((input) => route(input, earlier, community.ladder).ruleId))
  const reason =
    taken.length === 0
      ? 'no category and place meets its conditions'
      : `earlier rules take everything: ${[...takers].join(', ')}`
  return `is never reached in ${community.id} (${reason}): every rule must be reachable; leave it out there or correct it`
}

/** Everything that routing can be asked in this community. */
const inputsOf = (community: CommunityConfig): RoutingInput[] => {
  const offered = CODES_OF_SERVICES.filter(({ service }) => community.services.includes(service))
  const booked = [...offered, ...CODES_EVERYWHERE].map(({ serviceCode, handledBy }) => ({
    serviceCode,
    duty: 'perform' as const,
    handledBy,
    departmentId: null,
  }))
  return [...community.catalogue, ...booked].flatMap(({ serviceCode, duty, handledBy, departmentId }) =>
    [null, ...community.gridCells.map((gridCell) => gridCell.id)].map((gridCellId) => ({
      serviceCode,
      duty,
      handledBy,
      departmentId,
      gridCellId,
    })),
  )
}

const locatedRules = (source: CommunitySource, sources: Sources): Located<RoutingRule>[] => {
  const own = source.files['routing.yaml'].before.map((rule) => rule.id)
  return routingOf(source, sources).map((value) =>
    own.includes(value.id)
      ? { file: fileOf(source, 'routing.yaml'), key: `before[${value.id}]`, value }
      : { file: 'routing.yaml', key: `rules[${value.id}]`, value },
  )
}

const missing = (named: readonly string[] | undefined, known: readonly string[]): string[] =>
  (named ?? []).filter((id) => !known.includes(id))
