import { CORRECTABLE_TEXT, DELETABLE_TEXT } from '@little-bench/shared/privacy/requests'
import { type SqlBool, sql } from 'kysely'
import { by, OURS, type PersonalData, personalData, says } from '../platform/db/personal-data.ts'
import { itemOverBefore } from '../work-queue/index.ts'

const KIND = { correction: { zh: '更正' }, deletion: { zh: '删除' } }

/** What somebody asked about their own data; their words stand with what they wrote. */
export const REQUEST_DATA: readonly PersonalData[] = [
  personalData({
    table: 'privacy_request',
    name: { zh: '要求更正、删除的' },
    whose: by('person_id'),
    columns: {
      community_id: says('社区'),
      id: OURS,
      person_id: OURS,
      kind: says('要求', KIND),
      about: says('关于', { ...CORRECTABLE_TEXT, ...DELETABLE_TEXT }),
      work_item_id: OURS,
      asked_at: says('什么时候'),
    },
    closing: { does: 'keep', because: { zh: '要求更正、删除的记录留三年，不再有您的名字。' } },
    expiries: [
      {
        rule: 'request',
        isDue: (cutoff) => itemOverBefore(sql<SqlBool>`work_item.id = held.work_item_id`, cutoff),
      },
    ],
  }),
]
