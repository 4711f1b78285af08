import { z } from 'zod'
import { SERVICES } from '../communities/duty.ts'
import { contract, fileAnswer } from '../kernel/endpoint.ts'
import { CommunityId, GridRedrawId, WorkItemId } from '../kernel/ids.ts'
import { instant, serviceDate } from '../kernel/page.ts'
import { oversightEndpoints } from './endpoints.ts'
import { RATES } from './figures.ts'

const month = z.string().regex(/^20[0-9]{2}-(0[1-9]|1[0-2])$/, { message: 'month_invalid' })
const communityParams = z.object({ communityId: CommunityId })
const redrawParams = z.object({ communityId: CommunityId, redrawId: GridRedrawId })

export const Rate = z
  .object({
    rate: z.enum(RATES),
    name: z.string(),
    /** What is counted and what it is divided by, in the caller's language. */
    definition: z.string(),
    /** Null where too few would tell who was asked. */
    numerator: z.int().nullable(),
    denominator: z.int().nullable(),
  })
  .meta({ id: 'Rate' })

export const MonthFigures = z
  .object({
    /** `2026-11`, in Asia/Shanghai. */
    month,
    rates: z.array(Rate),
    /** Resolved in this month and not rated within the window or yet; null where too few. */
    unrated: z.int().nullable(),
  })
  .meta({ id: 'MonthFigures' })
export type MonthFigures = z.infer<typeof MonthFigures>

export const CommunityFigures = z
  .object({
    communityId: CommunityId,
    communityName: z.string(),
    /** Of which services the rates are. */
    services: z.array(z.enum(SERVICES)),
    /** The month that was asked for and the five before it, newest first. */
    months: z.array(MonthFigures),
    /** From how many on a rate is shown. */
    smallestShown: z.int(),
    computedAt: instant,
  })
  .meta({ id: 'CommunityFigures' })
export type CommunityFigures = z.infer<typeof CommunityFigures>

export const GridRedraw = z
  .object({
    id: GridRedrawId,
    name: z.string(),
    cellsBefore: z.int(),
    cellsAfter: z.int(),
    appliedAt: instant.nullable(),
    demo: z.boolean(),
  })
  .meta({ id: 'GridRedraw' })

/** Why an open item changes its cell or queue, or why it does not. */
export const REDRAW_REASONS = ['place', 'position', 'only_successor', 'no_place', 'not_in_a_cell_queue'] as const

export const GridRedrawPlan = z
  .object({
    redraw: GridRedraw,
    /** Names what was planned: an application of anything else is refused. */
    planHash: z.string(),
    openItems: z.int(),
    moves: z.array(
      z.object({
        workItemId: WorkItemId,
        receiptNumber: z.string(),
        title: z.string(),
        fromGridCell: z.string().nullable(),
        toGridCell: z.string().nullable(),
        fromQueue: z.string(),
        toQueue: z.string(),
        because: z.enum(REDRAW_REASONS),
      }),
    ),
    /** Whom the new cells will be served by. */
    staff: z.array(z.object({ gridCell: z.string(), names: z.array(z.string()) })),
  })
  .meta({ id: 'GridRedrawPlan' })
export type GridRedrawPlan = z.infer<typeof GridRedrawPlan>

export const oversightContract = contract(oversightEndpoints, {
  getCommunityFigures: {
    summary: 'The five rates of a community by month, recomputed from events, with their definitions and denominators',
    permission: 'anyone',
    delegation: 'anybody',
    params: communityParams,
    query: z.object({ month: month.optional() }),
    ok: [200, CommunityFigures],
    errors: [],
  },
  exportLedger: {
    summary:
      "The ledger (台账) of a range of days, as far as the caller's queues reach; streamed, and kept in the audit log",
    permission: 'ledger.export',
    delegation: 'nobody',
    params: communityParams,
    query: z.object({ from: serviceDate, to: serviceDate, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    ok: [200, fileAnswer('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv')],
    errors: ['ledger_range_invalid'],
  },
  listGridRedraws: {
    summary: 'New grid-cell maps that configuration holds for a community',
    permission: 'grid.redraw',
    delegation: 'nobody',
    params: communityParams,
    ok: [200, z.object({ items: z.array(GridRedraw), nextCursor: z.null() })],
    errors: [],
  },
  previewGridRedraw: {
    summary: 'Which open items a new map would move, where and why; changes nothing',
    permission: 'grid.redraw',
    delegation: 'nobody',
    rateLimit: 'write',
    params: redrawParams,
    ok: [200, GridRedrawPlan],
    errors: ['redraw_already_applied'],
  },
  applyGridRedraw: {
    summary: 'Move all open items to the new map at once, exactly as previewed',
    permission: 'grid.redraw',
    delegation: 'nobody',
    rateLimit: 'write',
    idempotent: true,
    params: redrawParams,
    body: z.object({ planHash: z.string().min(8).max(100) }),
    ok: [200, GridRedrawPlan],
    errors: ['redraw_already_applied', 'redraw_plan_stale'],
  },
})
