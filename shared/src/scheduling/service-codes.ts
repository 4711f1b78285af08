import type { LocalText } from '../kernel/language.ts'
import type { QueueLevel } from '../work-queue/routing.ts'
import type { SlotService } from './slots.ts'

/** What a service with bookings puts into the queues: a batch of bookings, or an exception that somebody must look after. */
export interface ServiceCodeEntry {
  service: SlotService
  name: LocalText
  /** One item for all who booked, over at a time of its own. */
  isBatch: boolean
  handledBy: Extract<QueueLevel, 'grid_cell' | 'community'>
  /** An id of `deadline-classes.yaml`. */
  deadlineClass: '24h'
  /** 0 waits, 3 goes before everything else. */
  priority: 0 | 1 | 2 | 3
  /** Its title is only this name: it speaks of somebody's health, or of a child. */
  isConfidential: boolean
}

const BATCH = {
  isBatch: true,
  handledBy: 'community',
  deadlineClass: '24h',
  priority: 1,
  isConfidential: false,
} as const
const EXCEPTION = { ...BATCH, isBatch: false } as const

/** Routing rules name these beside the categories of the catalogue. */
export const SERVICE_CODES = {
  meal_sitting: { ...BATCH, service: 'canteen', name: { zh: '备餐' } },
  delivery_run: { ...BATCH, service: 'canteen', name: { zh: '送餐' } },
  delivery_refused: { ...EXCEPTION, service: 'canteen', name: { zh: '送餐被拒收' } },
  delivery_nobody_home: { ...EXCEPTION, service: 'canteen', name: { zh: '送餐无人应门' }, priority: 2 },
  absence_check: {
    ...EXCEPTION,
    service: 'canteen',
    name: { zh: '订餐未到，上门看看' },
    handledBy: 'grid_cell',
    priority: 2,
    isConfidential: true,
  },
  childcare_day: { ...BATCH, service: 'childcare', name: { zh: '托育照看' } },
  child_not_picked_up: {
    ...EXCEPTION,
    service: 'childcare',
    name: { zh: '孩子无人接' },
    priority: 3,
    isConfidential: true,
  },
  activity_date: { ...BATCH, service: 'activities', name: { zh: '活动' } },
} as const satisfies Record<string, ServiceCodeEntry>
export type BookedServiceCode = keyof typeof SERVICE_CODES

export const SERVICE_CODE_LIST: readonly (ServiceCodeEntry & { serviceCode: string })[] = Object.entries(
  SERVICE_CODES,
).map(([serviceCode, entry]) => ({ serviceCode, ...entry }))

/** What the desk calls each of these services. */
export const SLOT_SERVICE_NAMES: Record<SlotService, LocalText> = {
  canteen: { zh: '社区食堂' },
  childcare: { zh: '托育' },
  activities: { zh: '社区活动' },
}
