import type { LoadedConfig } from '@little-bench/config/model'
import type { Part } from './options.ts'
import { listResidentIds, type Sender, startSessions } from './seed.ts'

/** One kind of request; it comes in variants, as it does for real, so that not everybody waits for the same row. */
export interface Workload {
  part: Exclude<Part, 'latency'>
  title: string
  variants: readonly Variant[]
}

export interface Variant {
  method: 'GET' | 'POST'
  path: string
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

/** The three requests of the bench, with sessions made in this database. */
export const createWorkloads = async (config: LoadedConfig, url: string): Promise<Workload[]> => {
  const residents = await startSessions(url, await listResidentIds(url, RESIDENTS))
  return [
    { part: 'list', title: `public list of ${PAGE}`, variants: publicLists(config) },
    { part: 'inbox', title: `staff inbox of ${PAGE}`, variants: await inboxes(config, url) },
    { part: 'report', title: 'report', variants: reports(config, residents, false) },
    { part: 'report', title: 'report with a key', variants: reports(config, residents, true) },
  ]
}

/** The headers and body of one request. `key` is used when the variant asks for one. */
export const requestOf = (variant: Variant, sender: Sender | undefined, key: string) => ({
  method: variant.method,
  path: variant.path,
  headers: {
    ...(sender && { Authorization: `Bearer ${sender.token}` }),
    ...(variant.body !== undefined && { 'Content-Type': 'application/json' }),
    ...(variant.hasIdempotencyKey && { 'Idempotency-Key': key }),
  },
  ...(variant.body !== undefined && { body: variant.body }),
})
