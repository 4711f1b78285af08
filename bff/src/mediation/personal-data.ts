import { DISPUTE_KIND_TEXT, MEDIATOR_ROLE_TEXT } from '@little-bench/shared/mediation/kinds'
import { type SqlBool, sql } from 'kysely'
import {
  by,
  type HeldRow,
  NOT_FOR_STAFF,
  OURS,
  olderThan,
  opens,
  type PersonalData,
  personalData,
  SOMEBODY_ELSE,
  says,
  staffWho,
} from '../platform/db/personal-data.ts'
import { SEALED } from './sealed-case.ts'

const READER = { committee: { zh: '调委会' }, mediator: { zh: '调解员' } }
const SIDE = { applicant: { zh: '申请的一方' }, respondent: { zh: '另一方' } }
const LANGUAGE = { zh: { zh: '汉语' }, bo: { zh: '藏语' }, other: { zh: '别的' } }
const OUTCOME = {
  agreed: { zh: '说好了' },
  not_agreed: { zh: '没说好' },
  withdrawn: { zh: '撤回了' },
  not_begun: { zh: '没有开始' },
  not_for_mediation: { zh: '不能调解' },
}
const KEPT = { zh: '调解的案卷是两边的，按司法行政部门的归档规定留着，别人看不到。' }
const ARCHIVED = { does: 'keep', because: KEPT } as const

const sealedAt = (place: keyof typeof SEALED) => (row: HeldRow) => SEALED[place].purposeOf(String(row['id']))
const isSideOf = (personId: string, side?: 'applicant') =>
  sql<SqlBool>`exists (select from case_party as party where party.community_id = held.community_id
    and party.person_id = ${personId} ${side ? sql`and party.side = ${sql.lit(side)} and party.case_id = held.id` : sql`and party.case_id = held.case_id`})`

/** What somebody said in mediation: never what the other side did. */
export const MEDIATION_DATA: readonly PersonalData[] = [
  personalData({
    table: 'case_read',
    name: { zh: '谁看过您的案子' },
    whose: (personId) => isSideOf(personId),
    shownToStaff: NOT_FOR_STAFF,
    columns: {
      community_id: says('社区'),
      id: OURS,
      case_id: OURS,
      reader_id: staffWho('谁'),
      role: says('什么身份', READER),
      at: says('什么时候'),
    },
    closing: { does: 'keep', because: { zh: '谁看过的记录按规定留一年。' } },
    expiries: [{ rule: 'log', isDue: olderThan('at') }],
  }),
  personalData({
    table: 'case_message',
    name: { zh: '您在调解里说的话' },
    // A mediator’s words are the case’s, whoever else they are.
    whose: (personId) => sql<SqlBool>`(held.author_id = ${personId} and held.author_side is not null)`,
    shownToStaff: NOT_FOR_STAFF,
    columns: {
      community_id: says('社区'),
      id: OURS,
      case_id: OURS,
      author_id: OURS,
      author_side: says('哪一方', SIDE),
      private_side: OURS,
      mediator_id: SOMEBODY_ELSE,
      sealed_text: opens('说了什么', sealedAt('text')),
      created_at: says('什么时候'),
    },
    closing: ARCHIVED,
  }),
  personalData({
    table: 'case_party',
    name: { zh: '您在调解里的一方' },
    whose: by('person_id'),
    shownToStaff: NOT_FOR_STAFF,
    columns: {
      community_id: says('社区'),
      id: OURS,
      case_id: OURS,
      side: says('哪一方', SIDE),
      person_id: OURS,
      sealed_name: opens('名字', sealedAt('name')),
      sealed_phone: opens('电话', sealedAt('phone')),
      language: says('说什么话', LANGUAGE),
      needs_interpreter: says('要不要翻译'),
    },
    closing: ARCHIVED,
  }),
  personalData({
    table: 'mediation_case',
    name: { zh: '您申请的调解' },
    // The other side is told what the applicant chose, on its own page.
    whose: (personId) => isSideOf(personId, 'applicant'),
    shownToStaff: NOT_FOR_STAFF,
    columns: {
      community_id: says('社区'),
      id: OURS,
      work_item_id: OURS,
      from_work_item_id: OURS,
      receipt_number: says('编号'),
      dispute_kind: says('什么纠纷', DISPUTE_KIND_TEXT),
      sealed_statement: opens('您说的', sealedAt('statement')),
      // What the committee wrote for the other side, from both.
      sealed_words: SOMEBODY_ELSE,
      discloses_name: says('让对方知道名字'),
      discloses_statement: says('让对方看说的话'),
      state: OURS,
      outcome: says('结果', OUTCOME),
      mediator_id: SOMEBODY_ELSE,
      proposal_id: OURS,
      awaits_proposal: OURS,
      stepped_back: SOMEBODY_ELSE,
      round: OURS,
      has_law: OURS,
      has_plan: OURS,
      has_policy: OURS,
      answer_until: OURS,
      concealed_until: OURS,
      shared_version: OURS,
      version: OURS,
      created_at: says('什么时候申请的'),
      closed_at: OURS,
    },
    closing: ARCHIVED,
  }),
  personalData({
    table: 'mediator',
    name: { zh: '调解员的介绍' },
    whose: by('person_id'),
    columns: {
      community_id: says('社区'),
      id: OURS,
      person_id: OURS,
      name: says('名字'),
      role: says('身份', MEDIATOR_ROLE_TEXT),
      about: says('介绍'),
      languages: says('会说', LANGUAGE),
      kinds: says('调解什么', DISPUTE_KIND_TEXT),
      grid_cell_ids: says('网格'),
      is_active: says('在不在'),
      is_on_leave: says('是不是休息'),
      saved_at: says('什么时候写的'),
      saved_by: SOMEBODY_ELSE,
      version: OURS,
    },
    closing: { does: 'clear', set: () => ({ person_id: null }), because: KEPT },
  }),
]
