// What is built for an issue, as the server answers it.
import { Work } from '@little-bench/shared/issues/work.contract'

/** A work of which everything is known; `fields` changes it. */
export const aWork = (fields: Partial<(typeof Work)['_input']> = {}): Work =>
  Work.parse({
    workItemId: '0190b1c4-7777-7aaa-8bbb-000000000001',
    title: '铺三巷的路',
    placeName: '东孜苏3巷7号',
    state: 'accepted',
    outcome: null,
    costFen: 15_000_000,
    fundSource: '惠民资金',
    decidedOn: '2026-11-20',
    before: [],
    after: [],
    version: 1,
    canEdit: false,
    ...fields,
  })
