import { addPerson, addressOfItem, make } from './factories.ts'
import { plantBooking } from './leak-matrix-booking-rows.ts'
import { plantChildren } from './leak-matrix-childcare-rows.ts'
import { plantCaller } from './leak-matrix-counter.ts'
import { plantFiles } from './leak-matrix-files-rows.ts'
import { createLeakGrants } from './leak-matrix-grants-rows.ts'
import { plantMeals } from './leak-matrix-meals.ts'
import { plantCases } from './leak-matrix-mediation.ts'
import { plantWaiting } from './leak-matrix-moderation-rows.ts'
import { plantProfile } from './leak-matrix-profile-rows.ts'
import { plantVisits } from './leak-matrix-visits.ts'
import { COLLEAGUE, createCallers, createPlanting, GRID_STAFF } from './planted.ts'
import type { TestServer } from './server.ts'

export const COMMUNITY = { communityId: 'raosai' }
/** The new map that configuration holds. */
export const NIZHUOLIN = { communityId: 'nizhuolin', redrawId: 'cells-22' }
export const QUEUE = { queueId: 'raosai-grid-1' }
export const TEMPLATE = 'MARK-TEMPLATE'
export const VIEW = 'MARK-VIEW'
export const COMMENT = 'MARK-COMMENT'
export const FUND = 'MARK-FUND'
export const REFERRAL = 'MARK-OFFERED-REFERRAL'
export const TEMPLATE_ID = '0199f000-0000-7000-8000-000000000001'
export const VIEW_ID = '0199f000-0000-7000-8000-000000000002'

export const template = (version: number) => ({
  name: '已到现场',
  zh: TEMPLATE,
  bo: null,
  serviceCodes: [],
  states: [],
  isRetired: false,
  version,
})
export const view = { name: VIEW, ...QUEUE, view: 'late' as const, filter: {} }

/** Items for every relation that somebody can have to one, and what the desk keeps. */
export const createLeakItems = async (server: TestServer) => {
  const people = await createCallers(server)
  const planting = createPlanting(people)
  const colleague = { name: COLLEAGUE, isDemo: false }
  await addPerson(server, 'grid_worker', { ...COMMUNITY, gridCellId: 'raosai-1' }, colleague)
  const [worker, staff] = [await people.as('grid worker'), await people.as('community staff')]

  // Resolved and rated; an invited department takes part and it was passed up to the subdistrict.
  const shared = await planting.plantResolved('SHARED', [...GRID_STAFF, 'subdistrict', 'invited department'])
  const rating = { solved: true, satisfaction: 4, comment: COMMENT }
  await (await people.as('reporter')).call('rateWorkItem', { params: addressOfItem(shared.receipt), body: rating })
  const unrated = await planting.plantResolved('UNRATED')
  for (const { receipt } of [shared, unrated]) {
    await worker.call('saveWork', {
      params: { ...COMMUNITY, issueId: receipt.id, workItemId: receipt.workItemId },
      body: { version: 0, costFen: 100, fundSource: FUND, decidedOn: null },
    })
  }

  // In work, and another department was asked to take it.
  const offered = await planting.plant('OFFERED', [...GRID_STAFF, 'asked department'])
  await make(worker, offered.receipt, 'claim')
  await make(worker, offered.receipt, 'refer', { note: REFERRAL })
  // In work.
  const held = await planting.plant('HELD', GRID_STAFF)
  await make(worker, held.receipt, 'claim')

  // In work, and the same as the one that is held.
  const same = await planting.plant('SAME', GRID_STAFF)
  await make(worker, same.receipt, 'claim')

  // About the work of the community: the subdistrict's alone.
  const complaint = await planting.plant('COMPLAINT', ['subdistrict'], 'complaint_staff')
  await planting.write('subdistrict', complaint, 'staff')
  const aboutWorker = await planting.plant('ABOUT-WORKER', ['grid leader', 'community staff'])
  await server.sql('update work_item set excluded_staff_ids = array[$1::uuid] where id = $2', [
    worker.personId,
    aboutWorker.receipt.workItemId,
  ])
  await planting.write('grid leader', aboutWorker, 'staff')

  // The register is read by whoever works for the community.
  const readers = [...GRID_STAFF, 'worker of the next cell', 'subdistrict']
  const notOurs = await planting.plant('NOT-OURS', readers, 'utility_bill')
  await make(staff, notOurs.receipt, 'close')
  const elsewhere = await planting.plant('ELSEWHERE', ['staff of 尼卓林', 'neighbour'], 'garbage', {
    communityId: 'nizhuolin',
  })
  const neighbourly = await planting.plant('NEIGHBOURLY', GRID_STAFF, 'garbage', { isPublic: true })
  const waiting = await plantWaiting(server, planting)
  // Its reporter has hidden what it said at first.
  const redacted = await planting.plant('REDACTED', GRID_STAFF, 'street_light')
  await (await people.as('reporter')).call('redactIssue', {
    params: { ...COMMUNITY, issueId: redacted.receipt.id },
    body: { description: '巷口。' },
  })

  await staff.call('saveReplyTemplate', { params: { ...COMMUNITY, templateId: TEMPLATE_ID }, body: template(0) })
  await staff.call('saveSavedView', { params: { viewId: VIEW_ID }, body: view })
  const profile = await plantProfile(people)
  const grants = await createLeakGrants(server, people)
  const counter = await plantCaller(server, people)
  const booking = await plantBooking(server, people)
  const meals = await plantMeals(server, people)
  const children = await plantChildren(people)
  const files = await plantFiles(people, held.receipt)
  const cases = await plantCases(server, people)
  const visits = await plantVisits(server, people)
  const items = {
    shared,
    unrated,
    offered,
    held,
    same,
    complaint,
    aboutWorker,
    notOurs,
    elsewhere,
    neighbourly,
    waiting,
    redacted,
  }
  return { people, planting, profile, grants, counter, booking, meals, children, files, cases, visits, ...items }
}
export type LeakItems = Awaited<ReturnType<typeof createLeakItems>>
