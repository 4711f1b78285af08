import type { LoadedConfig } from '@little-bench/config/model'
import type { Part } from './options.ts'
import { listQueued } from './queued-items.ts'
import { listResidentIds, type Sender, startSessions } from './seed.ts'
import { staffOf } from './seed-profiles.ts'

/** One kind of request; it comes in variants, as it does for real, so that not everybody waits for the same row. */
export interface Workload {
  part: Exclude<Part, 'latency' | 'surge' | 'seats'>
  title: string
  variants: readonly Variant[]
  /** Queues whose unclaimed items it uses up; they are put back after each round. */
  usesUp?: readonly string[]
  /** So many requests a round may send and still find an item for each. */
  mostPerRound?: number
}

export interface Variant {
  method: 'GET' | 'POST'
  /** With `:target` where each request names an item of its own. */
  path: string
  targets?: readonly string[]
  body?: string
  /** They take turns; nobody signed in when it is empty. */
  senders: readonly Sender[]
  /** Each request brings a key of its own, as the mini-program sends it. */
  hasIdempotencyKey: boolean
}

const RESIDENTS = 64
const PAGE = 20

const publicLists = (config: LoadedConfig): Variant[] =>
  [...config.communities.keys()].map((communityId) => ({
    method: 'GET',
    path: `/api/communities/${communityId}/issues?limit=${PAGE}`,
    senders: [],
    hasIdempotencyKey: false,
  }))

const inboxes = async (config: LoadedConfig, url: string): Promise<Variant[]> => {
  const variants: Variant[] = []
  for (const community of config.communities.values()) {
    const staff = config.demoPeople.filter(({ roles }) =>
      roles.some((role) => role.role === 'community_staff' && role.communityId === community.id),
    )
    const senders = await startSessions(
      url,
      staff.map(({ id }) => id),
    )
    const path = `/api/queues/${community.ladder.communityQueueId}/items?limit=${PAGE}`
    variants.push({ method: 'GET', path, senders, hasIdempotencyKey: false })
  }
  return variants
}

const DESCRIPTION = '巷口的路灯晚上不亮，老人和孩子回家看不清台阶，雨后还有积水，请派人来看看。'

const reports = (config: LoadedConfig, senders: readonly Sender[], hasIdempotencyKey: boolean): Variant[] =>
  [...config.communities.values()].flatMap((community) => {
    const placeId = community.gridCells[0]?.places[0]?.id
    const entry = community.catalogue.find(({ canBePublic }) => canBePublic)
    if (placeId === undefined || entry === undefined) return []
    const body = { serviceCode: entry.serviceCode, description: DESCRIPTION, placeId, visibility: 'public' }
    const path = `/api/communities/${community.id}/issues`
    return [{ method: 'POST' as const, path, body: JSON.stringify(body), senders, hasIdempotencyKey }]
  })

/** So many queues are worked on at the same time. */
const FULLEST = 8

/** The communities' queues with the most to take, each with its staff signed in. */
const fullQueues = async (config: LoadedConfig, url: string) => {
  const queued = await listQueued(url)
  // A queue of several communities would not let the bare server say whose item it takes.
  const isOfOne = (id: string): boolean => config.queues.get(id)?.communityId !== null && staffOf(config, id).length > 0
  const ids = [...new Set(queued.map(({ queueId }) => queueId))].filter(isOfOne)
  const itemsOf = (id: string) => queued.filter(({ queueId }) => queueId === id)
  const fullest = ids.toSorted((a, b) => itemsOf(b).length - itemsOf(a).length).slice(0, FULLEST)
  return Promise.all(
    fullest.map(async (queueId) => ({
      queueId,
      items: itemsOf(queueId),
      senders: await startSessions(url, staffOf(config, queueId)),
    })),
  )
}
type FullQueue = Awaited<ReturnType<typeof fullQueues>>[number]

const claims = (queues: readonly FullQueue[]): Variant[] =>
  queues.map(({ queueId, senders }) => ({
    method: 'POST',
    path: `/api/queues/${queueId}/claims`,
    senders,
    hasIdempotencyKey: false,
  }))

/** As many claims as leave something in each queue, so that no round measures how fast nothing is taken. */
const mostClaims = (queues: readonly FullQueue[]): number =>
  Math.floor(0.9 * Math.min(...queues.map(({ items }) => items.length))) * queues.length

/** The same claim as a move of the lifecycle, each of an item of its own; one queue of each community. */
const moves = (queues: readonly FullQueue[]): Variant[] =>
  queues
    .map(({ items, senders }) => ({
      method: 'POST' as const,
      path: `/api/communities/${items[0]?.communityId}/work-items/:target/moves`,
      targets: items.map(({ id }) => id),
      body: JSON.stringify({ move: 'claim', version: 1 }),
      senders,
      hasIdempotencyKey: false,
    }))
    .filter(({ path }, index, all) => all.findIndex((other) => other.path === path) === index)

/** What staff do all day, on a database with sessions of its own. */
export const createDeskWorkloads = async (config: LoadedConfig, url: string): Promise<Workload[]> => {
  const queues = await fullQueues(config, url)
  const fullest = queues.slice(0, 1)
  const claimsOf = (of: readonly FullQueue[]) => ({
    part: 'claim' as const,
    title: `take the next item, ${of.length === 1 ? 'one queue' : `${of.length} queues`}`,
    variants: claims(of),
    usesUp: of.map(({ queueId }) => queueId),
    mostPerRound: mostClaims(of),
  })
  const moving = moves(queues)
  return [
    { part: 'inbox', title: `staff inbox of ${PAGE}`, variants: await inboxes(config, url) },
    claimsOf(queues),
    claimsOf(fullest),
    {
      part: 'move',
      title: 'move: claim',
      variants: moving,
      usesUp: queues.map(({ queueId }) => queueId),
      mostPerRound: Math.min(...moving.map(({ targets = [] }) => targets.length)) * moving.length,
    },
  ]
}

/** The requests of residents, with sessions made in this database. */
export const createWorkloads = async (config: LoadedConfig, url: string): Promise<Workload[]> => {
  const residents = await startSessions(url, await listResidentIds(url, RESIDENTS))
  return [
    { part: 'list', title: `public list of ${PAGE}`, variants: publicLists(config) },
    { part: 'report', title: 'report', variants: reports(config, residents, false) },
    { part: 'report', title: 'report with a key', variants: reports(config, residents, true) },
  ]
}

/** A week of a community's sittings with their dishes and seats, as anybody sees it. */
export const createSittingWorkloads = (communityId: string): Workload[] => [
  {
    part: 'sittings',
    title: 'sittings of a week',
    variants: [
      {
        method: 'GET',
        path: `/api/communities/${communityId}/sittings?days=7`,
        senders: [],
        hasIdempotencyKey: false,
      },
    ],
  },
]

/** The headers and body of one request. `key` and `target` are used when the variant asks for them. */
export const requestOf = (variant: Variant, sender: Sender | undefined, key: string, target = '') => ({
  method: variant.method,
  path: variant.path.replace(':target', target),
  headers: {
    ...(sender && { Authorization: `Bearer ${sender.token}` }),
    ...(variant.body !== undefined && { 'Content-Type': 'application/json' }),
    ...(variant.hasIdempotencyKey && { 'Idempotency-Key': key }),
  },
  ...(variant.body !== undefined && { body: variant.body }),
})
