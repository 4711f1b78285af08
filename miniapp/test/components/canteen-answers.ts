// What the resident server answers about the canteen and its bookings: a small canteen that keeps seats, portions, orders
// and holds, and refuses what the contract refuses.
import { AbsenceCheck, Canteen, MealOrder, MealSitting, StandingOrder } from '@little-bench/shared/canteen/contract'
import { KitchenOrder, KitchenSheet } from '@little-bench/shared/canteen/kitchen.contract'
import { FREE_REASON_TEXT, FREE_REASONS } from '@little-bench/shared/canteen/meals'
import { addDays, instantOf, shanghaiTime } from '@little-bench/shared/kernel/time'
import { Person } from '@little-bench/shared/people/contract'
import type { BookingState } from '@little-bench/shared/scheduling/bookings'
import { Booking } from '@little-bench/shared/scheduling/contract'
import { type Answer, type Call, failure, type ResidentServer, resident } from './resident-server'

export const CANTEEN_ID = 'raosai-canteen'
export const CODE = '204816'

const idOf = (block: number, number: number) => `0190b1c4-${block}000-7aaa-8bbb-${String(number).padStart(12, '0')}`

export const slotIdOf = (number: number): string => idOf(5, number)
export const orderIdOf = (number: number): string => idOf(6, number)
const dishIdOf = (number: number) => idOf(7, number)

export const kitchenStaff = Person.parse({
  id: '0190b1c4-1111-7aaa-8bbb-000000000071',
  name: '食堂工作人员（示范）',
  roles: [{ role: 'kitchen', scopeName: '绕赛社区', communityId: 'raosai', gridCellId: null, unitId: null }],
})

export const canteen = Canteen.parse({
  id: CANTEEN_ID,
  name: '绕赛社区食堂（示范）',
  address: '东孜苏3巷（示范地址）',
  phone: '0891-0000-151',
  hours: '每天 8:00–19:00',
  sittings: ['lunch'],
  fulfilments: ['dine_in', 'pick_up', 'delivery'],
  deliveryCents: 200,
  rules: ['70岁以上的本社区居民免费。'],
  isDemo: true,
})

const queue = { id: 'raosai-canteen', name: '绕赛社区食堂（示范）' }

export const today = (): string => shanghaiTime(new Date()).date
const DAY_MS = 86_400_000

export const sittingOf = (number: number, fields: Partial<(typeof MealSitting)['_input']> = {}): MealSitting => {
  const on = fields.on ?? addDays(today(), number - 1)
  return MealSitting.parse({
    id: slotIdOf(number),
    on,
    startsAt: instantOf(on, 12 * 60).toISOString(),
    endsAt: instantOf(on, 13 * 60 + 30).toISOString(),
    cutoffAt: new Date(Date.now() + DAY_MS * number).toISOString(),
    refusal: null,
    seatsLeft: 12,
    waiting: 0,
    canteenId: CANTEEN_ID,
    sitting: 'lunch',
    dishes: [
      { id: dishIdOf(number * 10 + 1), name: '土豆牛肉', tags: ['soft'], priceCents: 1200, portionsLeft: 20 },
      {
        id: dishIdOf(number * 10 + 2),
        name: '清炒白菜',
        tags: ['meatless', 'low_salt'],
        priceCents: 600,
        portionsLeft: 2,
      },
    ],
    yours: null,
    ...fields,
  })
}

export interface CanteenState {
  sittings: MealSitting[]
  orders: MealOrder[]
  /** Bookings as the list of all bookings has them. */
  coming: Booking[]
  past: Booking[]
  standing: StandingOrder[]
  absence: AbsenceCheck
  /** What the next call to a path that ends so is refused with. */
  refusals: Map<string, Answer>
  sheet: KitchenSheet | undefined
}

export const bookingOf = (number: number, fields: Partial<(typeof Booking)['_input']> = {}): Booking => {
  const sitting = sittingOf(1)
  return Booking.parse({
    id: orderIdOf(number),
    communityId: 'raosai',
    communityName: '绕赛社区',
    service: 'canteen',
    state: 'booked',
    slotId: sitting.id,
    on: sitting.on,
    startsAt: sitting.startsAt,
    endsAt: sitting.endsAt,
    cutoffAt: sitting.cutoffAt,
    title: '午餐',
    placeName: canteen.name,
    summary: '土豆牛肉1份',
    forWhom: { name: resident.name, isYou: true, childName: null },
    code: CODE,
    waitlist: null,
    expiresAt: null,
    queue,
    canCancel: true,
    canExtend: false,
    canAnswerOffer: false,
    ...fields,
  })
}

export const orderOf = (number: number, fields: Partial<(typeof MealOrder)['_input']> = {}): MealOrder => {
  const sitting = sittingOf(1)
  return MealOrder.parse({
    id: orderIdOf(number),
    communityId: 'raosai',
    canteenId: CANTEEN_ID,
    canteenName: canteen.name,
    slotId: sitting.id,
    sitting: 'lunch',
    on: sitting.on,
    startsAt: sitting.startsAt,
    endsAt: sitting.endsAt,
    cutoffAt: sitting.cutoffAt,
    state: 'booked',
    queue,
    dishes: [{ dishId: dishIdOf(11), name: '土豆牛肉', priceCents: 1200, quantity: 1 }],
    fulfilment: 'dine_in',
    addressName: null,
    door: null,
    note: null,
    price: { totalCents: 1200, subsidyCents: 0, reasons: ['您66岁，70岁以上免费。', '本餐12元（示范）。'] },
    payment: 'unpaid',
    pickUpCode: CODE,
    forWhom: { name: resident.name, isYou: true },
    waitlist: null,
    expiresAt: null,
    canCancel: true,
    ...fields,
  })
}

export const kitchenOrderOf = (number: number, fields: Partial<(typeof KitchenOrder)['_input']> = {}): KitchenOrder =>
  KitchenOrder.parse({
    id: orderIdOf(number),
    state: 'booked',
    name: `居民（示范${number}）`,
    pickUpCode: String(100_000 + number),
    fulfilment: 'dine_in',
    dishes: [{ dishId: dishIdOf(11), name: '土豆牛肉', quantity: 1 }],
    note: '少油',
    totalCents: 1200,
    dueCents: 1200,
    payment: 'unpaid',
    paymentReason: null,
    checkedInAt: null,
    deliveryOutcome: null,
    ...fields,
  })

export const sheetOf = (orders: KitchenOrder[]): KitchenSheet => {
  const sitting = sittingOf(1)
  return KitchenSheet.parse({
    slotId: sitting.id,
    canteenId: CANTEEN_ID,
    canteenName: canteen.name,
    sitting: 'lunch',
    on: sitting.on,
    startsAt: sitting.startsAt,
    endsAt: sitting.endsAt,
    cutoffAt: sitting.cutoffAt,
    isOpen: true,
    capacity: 30,
    booked: orders.length,
    waiting: 2,
    workItem: null,
    dishes: [
      {
        id: dishIdOf(11),
        name: '土豆牛肉',
        written: { zh: '土豆牛肉' },
        tags: ['soft'],
        ordered: orders.length,
        portions: 20,
      },
    ],
    tags: [{ tag: 'soft', portions: orders.length }],
    fulfilments: [{ fulfilment: 'dine_in', orders: orders.length }],
    orders,
    refunds: [],
    at: new Date().toISOString(),
  })
}

export const serveCanteen = (server: ResidentServer): CanteenState => {
  const state: CanteenState = {
    sittings: [1, 2, 3].map((number) => sittingOf(number)),
    orders: [],
    coming: [],
    past: [],
    standing: [],
    absence: { isOn: false, checker: null, consentedAt: null, hasFamily: true },
    refusals: new Map(),
    sheet: undefined,
  }
  server.more = (call) => answer(state, call)
  return state
}

const answer = (state: CanteenState, call: Call): Answer | undefined => {
  const { method, path, body } = call
  const last = path.split('/').at(-1) ?? ''
  const refusal = method === 'GET' ? undefined : state.refusals.get(last)
  if (refusal) {
    state.refusals.delete(last)
    return refusal
  }
  const sitting = state.sittings.find(({ id }) => path.includes(id))
  if (last === 'canteens') return [200, { items: [canteen] }]
  if (last === 'sittings') return [200, { items: state.sittings }]
  if (path === '/api/my/bookings') return [200, { items: state.coming, nextCursor: null }]
  if (last === 'holds') return hold(state, path)
  if (last === 'extension') return [200, bookingOf(90, held(20))]
  if (last === 'hold') return [200, bookingOf(90, { state: 'cancelled' })]
  if (last === 'quotes') return [200, priceOf(body)]
  if (last === 'orders') return sitting ? order(state, sitting, body, 'booked') : undefined
  if (last === 'waitlist') return sitting ? order(state, sitting, body, 'waitlisted') : undefined
  if (last === 'acceptance') return become(state, path, 'booked')
  if (last === 'refusal' || last === 'wait') return become(state, path, 'cancelled')
  if (path.includes('/meal-orders/') && last === 'check-in') return undo(state, path)
  if (path.includes('/meal-orders/') && last === 'payment') return pay(state, path, body)
  if (path.includes('/meal-orders/')) return one(state, method, path)
  if (last === 'standing-orders') return [200, { items: state.standing }]
  if (path.includes('/standing-orders/')) return standing(state, method, body)
  if (last === 'absence-check') return absence(state, method, body)
  if (last === 'kitchen-sheet') return [200, state.sheet]
  if (last === 'check-ins') return checkIn(state, body)
  return undefined
}

const held = (minutes: number) => ({
  state: 'held' as const,
  code: null,
  canCancel: false,
  canExtend: true,
  expiresAt: new Date(Date.now() + minutes * 60_000).toISOString(),
})

const hold = (state: CanteenState, path: string): Answer => {
  const sitting = state.sittings.find(({ id }) => path.includes(id))
  if (sitting?.refusal) return failure(409, sitting.refusal, '已经约满了。可以候补。')
  return [201, bookingOf(90, held(10))]
}

const priceOf = (body: Call['body']) => {
  const count = Array.isArray(body.dishes) ? body.dishes.length : 0
  return { totalCents: 1200 * count, subsidyCents: 0, reasons: ['您66岁，70岁以上免费。', '本餐12元（示范）。'] }
}

const order = (state: CanteenState, sitting: MealSitting, body: Call['body'], how: BookingState): Answer => {
  const wished = Array.isArray(body.dishes) ? body.dishes : []
  const dishes = sitting.dishes.flatMap(({ id, name, priceCents }) => {
    const wish: unknown = wished.find((each: { dishId?: string }) => each.dishId === id)
    return wish ? [{ dishId: id, name, priceCents, quantity: Number(Reflect.get(Object(wish), 'quantity')) }] : []
  })
  const isWaiting = how === 'waitlisted'
  const made = orderOf(state.orders.length + 1, {
    slotId: sitting.id,
    on: sitting.on,
    startsAt: sitting.startsAt,
    endsAt: sitting.endsAt,
    state: how,
    dishes,
    pickUpCode: isWaiting ? null : CODE,
    waitlist: isWaiting ? { position: 2, reason: '住在本社区的，按报名先后' } : null,
  })
  state.orders.push(made)
  return [201, made]
}

const one = (state: CanteenState, method: string, path: string): Answer => {
  const found = state.orders.find(({ id }) => path.includes(id))
  if (!found) return failure(404, 'not_found', '没有找到。')
  if (method === 'DELETE') {
    found.state = 'cancelled'
    found.pickUpCode = null
    found.canCancel = false
  }
  return [200, found]
}

const become = (state: CanteenState, path: string, how: BookingState): Answer => {
  const found = state.orders.find(({ id }) => path.includes(id))
  if (found) Object.assign(found, { state: how, pickUpCode: how === 'booked' ? CODE : null, waitlist: null })
  for (const booking of state.coming) if (path.includes(booking.id)) booking.state = how
  return [200, bookingOf(1, { state: how })]
}

const standing = (state: CanteenState, method: string, body: Call['body']): Answer => {
  if (method === 'DELETE') {
    state.standing = []
    return [200, { hasEnded: true }]
  }
  const made = StandingOrder.parse({
    canteenId: CANTEEN_ID,
    canteenName: canteen.name,
    sitting: 'lunch',
    addressId: null,
    addressName: null,
    door: null,
    note: null,
    until: null,
    ...body,
  })
  state.standing = [made]
  return [200, made]
}

const absence = (state: CanteenState, method: string, body: Call['body']): Answer => {
  if (method === 'PUT') {
    const isOn = body.isOn === true
    const checker = body.checker === 'family' ? 'family' : 'grid_worker'
    state.absence = AbsenceCheck.parse({
      ...state.absence,
      isOn,
      checker: isOn ? checker : null,
      consentedAt: isOn ? new Date().toISOString() : null,
    })
  }
  return [200, state.absence]
}

const lineOf = (state: CanteenState, matches: (order: KitchenOrder) => boolean) => state.sheet?.orders.find(matches)

const checkIn = (state: CanteenState, body: Call['body']): Answer => {
  const line = lineOf(state, ({ id, pickUpCode }) => id === body.orderId || pickUpCode === body.code)
  if (!line) return failure(422, 'code_of_another_canteen', '这是别的食堂的取餐码，这里取不了。请到订餐的那家去取。')
  const wasServed = line.state === 'served'
  line.state = 'served'
  return [200, { order: line, wasServed }]
}

const undo = (state: CanteenState, path: string): Answer => {
  const line = lineOf(state, ({ id }) => path.includes(id))
  if (line) line.state = 'booked'
  return [200, line]
}

const pay = (state: CanteenState, path: string, body: Call['body']): Answer => {
  const line = lineOf(state, ({ id }) => path.includes(id))
  if (line) {
    const reason = FREE_REASONS.find((each) => each === body.reason)
    Object.assign(line, { payment: body.payment, paymentReason: reason ? FREE_REASON_TEXT[reason].zh : null })
    return [200, line]
  }
  const refund = state.sheet?.refunds.find(({ id }) => path.includes(id))
  if (state.sheet && refund) state.sheet.refunds = state.sheet.refunds.filter((each) => each !== refund)
  return [200, refund && { ...refund, payment: 'unpaid' }]
}
