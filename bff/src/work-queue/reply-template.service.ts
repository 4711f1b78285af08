import type { LoadedConfig, ReplyTemplateConfig } from '@little-bench/config/model'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { ServiceCode } from '@little-bench/shared/kernel/ids'
import type { deskContract, ReplyTemplate } from '@little-bench/shared/work-queue/desk.contract'
import type { WorkItemState } from '@little-bench/shared/work-queue/lifecycle'
import type { z } from 'zod'
import { communityOf } from '../communities/index.ts'
import { namesByPersonId } from '../people/index.ts'
import type { Handlers } from '../platform/http/mount.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { worksForCommunity, writesForCommunity } from './community-desk.policy.ts'
import type { Engine } from './engine.ts'
import { insertTemplateVersion, listNewestTemplates, type ReplyTemplateRow } from './reply-template.repository.ts'
import { servedQueues } from './work-item.policy.ts'

type Desk = Handlers<typeof deskContract>
type TemplateView = z.input<typeof ReplyTemplate>

export const replyTemplateHandlers = (engine: Engine): Pick<Desk, 'listReplyTemplates' | 'saveReplyTemplate'> => ({
  listReplyTemplates: async ({ viewer, params }) => ({
    items: await listReplyTemplates(engine, viewer, params.communityId),
    nextCursor: null,
  }),
  saveReplyTemplate: ({ viewer, params, body }) => saveReplyTemplate(engine, viewer, params, body),
})

/**
 * What configuration brings and nobody has edited, then what was saved; retired ones only for whoever may bring them
 * back. Errors: `not_found` for a community whose items the viewer never works on.
 */
export const listReplyTemplates = async (
  engine: Engine,
  viewer: Viewer,
  communityId: string,
): Promise<TemplateView[]> => {
  const { mayWrite, config } = accessOf(engine, viewer, communityId)
  const rows = await listNewestTemplates(engine.db, communityId)
  const saved = new Map((await presentAll(engine, rows)).map((template) => [template.id, template]))
  const configured = config.replyTemplates.map((template) => saved.get(template.id) ?? presentConfigured(template))
  const isConfigured = (id: string): boolean => config.replyTemplates.some((template) => template.id === id)
  const added = [...saved.values()].filter(({ id }) => !isConfigured(id))
  return [...configured, ...added].filter(({ isRetired }) => mayWrite || !isRetired)
}

interface TemplateFields {
  name: string
  zh: string
  bo: string | null
  serviceCodes: readonly ServiceCode[]
  states: readonly WorkItemState[]
  isRetired: boolean
  /** The version that this one replaces; 0 for the first. */
  version: number
}

/**
 * Puts a new version of a template in force; the earlier ones are kept. Errors: `not_found`, `not_queue_lead`,
 * `unknown_service` for a category that the community does not have, `stale_version`.
 */
export const saveReplyTemplate = async (
  engine: Engine,
  viewer: Viewer,
  { communityId, templateId }: { communityId: string; templateId: string },
  template: TemplateFields,
): Promise<TemplateView> => {
  const { mayWrite } = accessOf(engine, viewer, communityId)
  if (!mayWrite) throw new AppError('not_queue_lead')
  const { catalogue } = communityOf(engine, communityId)
  const isKnown = (code: string): boolean => catalogue.some(({ serviceCode }) => serviceCode === code)
  if (!template.serviceCodes.every(isKnown)) throw new AppError('unknown_service')
  const row: ReplyTemplateRow = {
    community_id: communityId,
    id: templateId,
    version: template.version + 1,
    name: template.name,
    zh: template.zh,
    bo: template.bo,
    service_codes: [...template.serviceCodes],
    states: [...template.states],
    is_retired: template.isRetired,
    saved_by: viewer.personId,
    saved_at: engine.clock.now().toISOString(),
  }
  if (!(await insertTemplateVersion(engine.db, row))) throw new AppError('stale_version')
  const [saved] = await presentAll(engine, [row])
  if (!saved) throw new Error('a template that was just saved is there')
  return saved
}

const accessOf = (engine: Engine, viewer: Viewer, communityId: string): { config: LoadedConfig; mayWrite: boolean } => {
  const config = engine.config()
  const served = servedQueues(viewer.roles, config)
  if (!worksForCommunity(served, config, communityId)) throw new AppError('not_found')
  return { config, mayWrite: writesForCommunity(served, config, communityId) }
}

const presentAll = async (engine: Engine, rows: readonly ReplyTemplateRow[]): Promise<TemplateView[]> => {
  const names = await namesByPersonId(
    engine,
    rows.map(({ saved_by: savedBy }) => savedBy),
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    zh: row.zh,
    bo: row.bo,
    serviceCodes: row.service_codes,
    states: row.states,
    isRetired: row.is_retired,
    version: row.version,
    savedBy: names.get(row.saved_by)?.full ?? null,
    savedAt: row.saved_at,
  }))
}

const presentConfigured = (template: ReplyTemplateConfig): TemplateView => ({
  id: template.id,
  name: template.name,
  zh: template.zh,
  bo: template.bo,
  serviceCodes: [...template.serviceCodes],
  states: [...template.states],
  isRetired: false,
  version: 0,
  savedBy: null,
  savedAt: null,
})
