import { by, DELETED, OURS, opens, type PersonalData, personalData, says } from '../platform/db/personal-data.ts'
import { SEALED_OPEN_IDS } from './wechat-account.repository.ts'

/** What leads from WeChat to somebody. */
export const WECHAT_DATA: readonly PersonalData[] = [
  personalData({
    table: 'wechat_account',
    name: { zh: '微信' },
    whose: by('person_id'),
    columns: {
      id: OURS,
      person_id: OURS,
      open_id_hash: OURS,
      sealed_open_id: opens('微信给这个小程序的编号', (row) => SEALED_OPEN_IDS.purposeOf(String(row['id']))),
      created_at: says('什么时候连上的'),
      last_seen_at: says('上一次用'),
      reaches_desk: says('能不能到工作台'),
      stale_at: says('什么时候连不上了'),
    },
    closing: DELETED,
  }),
]
