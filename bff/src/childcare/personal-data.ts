import { childcareNotePurpose } from '../people/index.ts'
import { OURS, opens, type PersonalData, personalData, says, through } from '../platform/db/personal-data.ts'
import { bookedBefore } from '../scheduling/index.ts'

const ABSENCE = { ill: { zh: '生病' }, family: { zh: '家里有事' }, other: { zh: '别的' } }
const PICK_UP = { code: { zh: '接送码' }, known: { zh: '认识' }, identity_seen: { zh: '看过证件' } }

/** The days for which somebody booked childcare. */
export const CHILDCARE_DATA: readonly PersonalData[] = [
  personalData({
    table: 'childcare_booking',
    name: { zh: '托育' },
    whose: through('booking', { column: 'id', owner: 'person_id' }),
    columns: {
      community_id: says('社区'),
      id: OURS,
      child_id: OURS,
      centre_id: says('托育点'),
      sealed_note: opens('要注意的', (row) => childcareNotePurpose(String(row['id']))),
      absence: says('请假', ABSENCE),
      arrived_at: says('什么时候到的'),
      picked_up_at: says('什么时候接走的'),
      pick_up_id: OURS,
      pick_up_way: says('怎么认的', PICK_UP),
      not_picked_up_item_id: OURS,
    },
    closing: {
      does: 'clear',
      set: () => ({ sealed_note: null }),
      because: { zh: '过去的预约留到那一天后一年，不再有您的名字。' },
    },
    expiries: [{ rule: 'booking', isDue: bookedBefore }],
  }),
]
