import type { Client, Loose } from './client.ts'
import { addressOfItem, itemFor } from './factories.ts'
import { COMMUNITY, type LeakItems, NIZHUOLIN, QUEUE, TEMPLATE_ID, template } from './leak-matrix-items.ts'
import { GRID_STAFF, isGridStaff, type Planted } from './planted.ts'
import type { TestServer } from './server.ts'

/** Calls that write, each valid for whoever is permitted. `newest` is the item that the last of them was about. */
export const createWriteCalls = (server: TestServer, { people, planting, unrated, shared }: LeakItems) => {
  /** A write changes what the next caller would meet, so each who may write gets an item of their own. */
  let fresh = unrated
  const freshFor = async (name: string, plant: () => Promise<Planted>): Promise<Planted> => {
    const isInsider = name === 'reporter' || isGridStaff(name)
    if (isInsider) fresh = await plant()
    return isInsider ? fresh : unrated
  }

  const aMove = async (_caller: Client, name: string): Promise<Loose> => {
    const planted = await freshFor(name, () => planting.plantResolved('FRESH'))
    const { id, version } = await itemFor(await people.as('reporter'), planted.receipt)
    const reopen = { move: 'reopen', version, note: '还没好' }
    const body = name === 'reporter' ? reopen : { move: 'close', version, note: '电话问过了' }
    return { params: { ...COMMUNITY, workItemId: id }, body }
  }

  /** Due before everything else that waits. */
  const aClaim = async (_caller: Client, name: string): Promise<Loose> => {
    if (isGridStaff(name)) fresh = await planting.plant('CLAIM', GRID_STAFF, 'standing_water')
    return { params: QUEUE }
  }

  const aRating = async (_caller: Client, name: string): Promise<Loose> => {
    const planted = name === 'reporter' ? await freshFor(name, () => planting.plantResolved('FRESH')) : unrated
    return { params: addressOfItem(planted.receipt), body: { solved: true, satisfaction: 5 } }
  }

  const followUpOf = async ({ receipt }: Planted) => {
    const [row] = await server.sql<{ id: string }>(
      "update follow_up set due_on = '2026-11-23' where work_item_id = $1 returning id",
      [receipt.workItemId],
    )
    return row?.id ?? ''
  }
  const aFollowUp = async (_caller: Client, name: string): Promise<Loose> => {
    const followUpId = await followUpOf(await freshFor(name, () => planting.plantResolved('CALLED')))
    return { params: { ...COMMUNITY, followUpId }, body: { result: 'solved', note: '电话里说好了' } }
  }

  const aRoster = async (): Promise<Loose> => {
    const { version } = await (await people.as('grid leader')).call('getRoster', { params: QUEUE })
    return { params: QUEUE, body: { version, mode: 'claim', shifts: [] } }
  }
  const aTemplate = async (): Promise<Loose> => {
    const { items } = await (await people.as('grid leader')).call('listReplyTemplates', { params: COMMUNITY })
    const version = items.find(({ id }) => id === TEMPLATE_ID)?.version ?? 0
    return { params: { ...COMMUNITY, templateId: TEMPLATE_ID }, body: template(version) }
  }
  let planHash: string | undefined
  /** Previewed once: when it has been applied there is nothing left to plan. */
  const aPlan = async (): Promise<Loose> => {
    const planner = await people.as('staff of 尼卓林')
    planHash ??= (await planner.call('previewGridRedraw', { params: NIZHUOLIN })).planHash
    return { params: NIZHUOLIN, body: { planHash } }
  }

  const messageOfReporter = async (): Promise<string> => {
    const [row] = await server.sql<{ id: string }>(
      "select id from inbox_message where person_id = $1 and work_item_id = $2 and kind = 'receipt'",
      [people.reporterId, shared.receipt.workItemId],
    )
    return row?.id ?? ''
  }

  return {
    newest: () => fresh,
    aMove,
    aClaim,
    aRating,
    aFollowUp,
    followUpOf,
    aRoster,
    aTemplate,
    aPlan,
    messageOfReporter,
  }
}
