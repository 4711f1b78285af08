import { OURS, type PersonalData, personalData, says, through } from '../platform/db/personal-data.ts'
import { bookedBefore } from '../scheduling/index.ts'

/** For what somebody signed up, and what a guardian agreed to for it. */
export const ACTIVITY_DATA: readonly PersonalData[] = [
  personalData({
    table: 'activity_sign_up',
    name: { zh: '活动报名' },
    whose: through('booking', { column: 'id', owner: 'person_id' }),
    columns: {
      community_id: says('社区'),
      id: OURS,
      child_id: OURS,
      consent_version: says('为孩子同意的是哪一版'),
      consented_at: says('什么时候同意的'),
    },
    closing: { does: 'keep', because: { zh: '过去的预约留到那一天后一年，不再有您的名字。' } },
    expiries: [{ rule: 'booking', isDue: bookedBefore }],
  }),
]
