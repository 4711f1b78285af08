import { WAITLIST_TEXT } from '@little-bench/shared/scheduling/waitlist'
import { type SqlBool, sql } from 'kysely'
import {
  by,
  type Cutoff,
  DELETED,
  OURS,
  type PersonalData,
  personalData,
  SOMEBODY_ELSE,
  says,
  through,
} from '../platform/db/personal-data.ts'

const STATE = {
  held: { zh: '留着' },
  booked: { zh: '约好了' },
  waitlisted: { zh: '候补' },
  offered: { zh: '空出来了，等答应' },
  cancelled: { zh: '取消了' },
  expired: { zh: '过期了' },
  served: { zh: '来了' },
  no_show: { zh: '没来' },
}
const KEPT = { zh: '过去的预约留到那一天后一年，不再有您的名字。' }

/** The row is a line of a booking, `id` its own, whose day is over for so long. */
export const bookedBefore = (cutoff: Cutoff) => dayBefore('id', cutoff)

const dayBefore = (column: string, { on }: Cutoff) =>
  sql<SqlBool>`exists (select from booking join slot on slot.community_id = booking.community_id and slot.id = booking.slot_id
    where booking.community_id = held.community_id and booking.id = held.${sql.ref(column)} and slot.service_on < ${on}::date)`

/** Seats, whatever they are of. */
export const SCHEDULING_DATA: readonly PersonalData[] = [
  personalData({
    table: 'booking_event',
    name: { zh: '预约怎么变的' },
    whose: through('booking', { column: 'booking_id', owner: 'person_id' }),
    columns: {
      community_id: says('社区'),
      id: OURS,
      booking_id: OURS,
      move: OURS,
      actor_id: SOMEBODY_ELSE,
      created_at: says('什么时候'),
    },
    closing: { does: 'keep', because: KEPT },
    expiries: [{ rule: 'booking', isDue: (cutoff) => dayBefore('booking_id', cutoff) }],
  }),
  personalData({
    table: 'booking',
    name: { zh: '预约' },
    whose: by('person_id'),
    columns: {
      community_id: says('社区'),
      id: OURS,
      slot_id: OURS,
      subject_id: OURS,
      person_id: OURS,
      state: says('现在', STATE),
      during: says('什么时间'),
      waitlist_reason: says('候补的理由', WAITLIST_TEXT),
      held_at: says('什么时候留的'),
      expires_at: says('留到什么时候'),
      created_at: says('什么时候约的'),
      filed_by_id: SOMEBODY_ELSE,
    },
    closing: { does: 'keep', because: KEPT },
    expiries: [{ rule: 'booking', isDue: bookedBefore }],
  }),
  personalData({
    table: 'calendar_feed',
    name: { zh: '日历订阅' },
    whose: by('person_id'),
    columns: { person_id: OURS, token_hash: OURS, created_at: says('什么时候开的') },
    closing: DELETED,
  }),
]
