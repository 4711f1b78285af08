import { DISH_TAG_TEXT, FREE_REASON_TEXT, FULFILMENT_TEXT, SITTING_TEXT } from '@little-bench/shared/canteen/meals'
import { z } from 'zod'
import { mealPurpose } from '../people/index.ts'
import {
  beforeDay,
  by,
  DELETED,
  type HeldRow,
  OURS,
  olderThan,
  opens,
  type PersonalData,
  personalData,
  SOMEBODY_ELSE,
  says,
  saysOf,
  saysPlace,
  through,
} from '../platform/db/personal-data.ts'

const CHECKER = { family: { zh: '家里人' }, grid_worker: { zh: '网格员' } }
const PAYMENT = { unpaid: { zh: '还没付' }, paid: { zh: '付了' }, free: { zh: '不用付' } }
const OUTCOME = {
  ordered: { zh: '订上了' },
  waiting: { zh: '在候补' },
  had_one: { zh: '已经有了' },
  refused: { zh: '没订上' },
  delivered: { zh: '送到了' },
  nobody_home: { zh: '没人在家' },
}
const CHECK_IN = { code: { zh: '取餐码' }, name: { zh: '报名字' }, paper: { zh: '纸条' } }

const Lines = z.array(z.object({ name: z.object({ zh: z.string() }), quantity: z.number() }))
const Reasons = z.array(z.object({ zh: z.string() }))
const yuan = (name: string, column: string) => saysOf(name, (row) => `${(Number(row[column]) / 100).toFixed(2)}元`)
const purposeOf = (table: 'meal_order' | 'standing_order', field: 'door' | 'note') => (row: HeldRow) =>
  mealPurpose(table, String(row['id']), field)

/** What somebody ate, has ordered for good, and whether they are asked after. */
export const CANTEEN_DATA: readonly PersonalData[] = [
  personalData({
    table: 'absence_check',
    name: { zh: '没来吃饭时问一声' },
    whose: by('person_id'),
    columns: {
      community_id: says('社区'),
      person_id: OURS,
      checker: says('请谁问', CHECKER),
      consent_version: says('同意的是哪一版'),
      consented_at: says('什么时候同意的'),
      consented_with: SOMEBODY_ELSE,
    },
    closing: DELETED,
  }),
  personalData({
    table: 'meal_subsidy',
    name: { zh: '助餐补贴' },
    whose: by('person_id'),
    columns: {
      community_id: says('社区'),
      order_id: OURS,
      person_id: OURS,
      service_on: says('哪一天'),
      sitting: says('哪一餐', SITTING_TEXT),
    },
    closing: { does: 'keep', because: { zh: '补贴用的是公家的钱，账留三年，不再有您的名字。' } },
    expiries: [{ rule: 'subsidy', isDue: beforeDay('service_on') }],
  }),
  personalData({
    table: 'meal_order',
    name: { zh: '订的餐' },
    whose: by('person_id'),
    columns: {
      community_id: says('社区'),
      id: OURS,
      slot_id: OURS,
      canteen_id: says('食堂'),
      service_on: says('哪一天'),
      sitting: says('哪一餐', SITTING_TEXT),
      person_id: OURS,
      fulfilment: says('怎么吃', FULFILMENT_TEXT),
      place_id: saysPlace('送到哪里'),
      sealed_door: opens('门牌', purposeOf('meal_order', 'door')),
      sealed_note: opens('要注意的', purposeOf('meal_order', 'note')),
      lines: saysOf('菜', (row) =>
        Lines.parse(row['lines'])
          .map(({ name, quantity }) => `${name.zh}×${quantity}`)
          .join('、'),
      ),
      total_cents: yuan('价钱', 'total_cents'),
      subsidy_cents: yuan('补贴', 'subsidy_cents'),
      reasons: saysOf('为什么是这个价', (row) =>
        Reasons.parse(row['reasons'])
          .map(({ zh }) => zh)
          .join('；'),
      ),
      rule_ids: OURS,
      config_hash: OURS,
      payment: says('付了没有', PAYMENT),
      payment_by: SOMEBODY_ELSE,
      payment_reason: says('为什么不用付', FREE_REASON_TEXT),
      pick_up_code: says('取餐码'),
      check_in_way: says('怎么取的', CHECK_IN),
      checked_in_at: says('什么时候取的'),
      delivery_outcome: says('送到没有', OUTCOME),
      delivered_at: says('什么时候送的'),
      absence_asked_at: says('什么时候问过您'),
      ordered_at: says('什么时候订上的'),
      created_at: says('什么时候写的'),
    },
    closing: {
      does: 'clear',
      set: () => ({ sealed_door: null, sealed_note: null }),
      because: { zh: '过去的预约留到那一天后一年，不再有您的名字。' },
    },
    expiries: [{ rule: 'booking', isDue: beforeDay('service_on') }],
  }),
  personalData({
    table: 'standing_order_run',
    name: { zh: '长期订餐办过的' },
    whose: through('standing_order', { column: 'standing_order_id', owner: 'person_id' }),
    columns: {
      community_id: says('社区'),
      standing_order_id: OURS,
      slot_id: OURS,
      outcome: says('结果', OUTCOME),
      refusal: OURS,
      at: says('什么时候'),
    },
    closing: DELETED,
    expiries: [{ rule: 'booking', isDue: olderThan('at') }],
  }),
  personalData({
    table: 'standing_order',
    name: { zh: '长期订餐' },
    whose: by('person_id'),
    columns: {
      community_id: says('社区'),
      id: OURS,
      person_id: OURS,
      canteen_id: says('食堂'),
      sitting: says('哪一餐', SITTING_TEXT),
      weekdays: says('星期几（0是星期天）'),
      fulfilment: says('怎么吃', FULFILMENT_TEXT),
      place_id: saysPlace('送到哪里'),
      sealed_door: opens('门牌', purposeOf('standing_order', 'door')),
      sealed_note: opens('要注意的', purposeOf('standing_order', 'note')),
      wanted_tags: says('想要', DISH_TAG_TEXT),
      avoided_tags: says('不要', DISH_TAG_TEXT),
      until_on: says('到哪天'),
      saved_by: SOMEBODY_ELSE,
      saved_at: says('什么时候定的'),
    },
    closing: DELETED,
  }),
]
