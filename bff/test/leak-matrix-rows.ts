import type { Client, Loose, OperationName } from './client.ts'
import { addressOfItem, personIdOf } from './factories.ts'
import { createActivityRows } from './leak-matrix-activity-rows.ts'
import { createBookingRows } from './leak-matrix-booking-rows.ts'
import { createWriteCalls } from './leak-matrix-calls.ts'
import { createChildcareRows } from './leak-matrix-childcare-rows.ts'
import { createContactRows } from './leak-matrix-contacts-rows.ts'
import { COUNTER_WORDS, counterWordsFor } from './leak-matrix-counter.ts'
import { createCounterRows } from './leak-matrix-counter-rows.ts'
import { createFileRows, spokenRow } from './leak-matrix-files-rows.ts'
import { CALL_NAME, createGrantRows, PARTIES } from './leak-matrix-grants-rows.ts'
import {
  COMMENT,
  COMMUNITY,
  FUND,
  type LeakItems,
  NIZHUOLIN,
  QUEUE,
  REFERRAL,
  TEMPLATE,
  VIEW,
  VIEW_ID,
  view,
} from './leak-matrix-items.ts'
import { createKitchenRows, createMealRows } from './leak-matrix-meal-rows.ts'
import { createMediationRows } from './leak-matrix-mediation-rows.ts'
import { createMessageRows } from './leak-matrix-message-rows.ts'
import { createModerationRows } from './leak-matrix-moderation-rows.ts'
import { createNeighbourRows } from './leak-matrix-neighbour-rows.ts'
import { createPensionRows } from './leak-matrix-pension-rows.ts'
import { createPrivacyRows } from './leak-matrix-privacy-rows.ts'
import { createProfileRows } from './leak-matrix-profile-rows.ts'
import { createSignInRows } from './leak-matrix-sign-in-rows.ts'
import { createVisitRows } from './leak-matrix-visit-rows.ts'
import { createWechatRows } from './leak-matrix-wechat-rows.ts'
import { createWorkRows } from './leak-matrix-work-rows.ts'
import { COLLEAGUE, GRID_STAFF, isGridStaff, knownTo, type Planted, publicWordsOf } from './planted.ts'
import type { TestServer } from './server.ts'

export type Marks = readonly string[] | undefined
export interface Row {
  /** A call that is valid for whoever is permitted. */
  input(caller: Client, name: string): Promise<Loose> | Loose
  /** What this caller must be shown; undefined for whoever must see nothing that was planted. */
  sees?(name: string): Marks
}

const toOnly =
  (names: readonly string[], ...marks: string[]) =>
  (name: string): Marks =>
    names.includes(name) ? marks : undefined
const number = ({ receipt }: Planted): string => receipt.receiptNumber
const insiders = ['reporter', ...GRID_STAFF]

/** Everybody for whom an item exists sees all of its words that are theirs. */
const wordsFor =
  (planted: Planted) =>
  (name: string): Marks => {
    const { requester, staff } = planted.words
    const words = requester.filter((word) => !word.endsWith('DESCRIPTION'))
    if (planted.staff.includes(name)) return [number(planted), ...words, ...staff]
    return name === 'reporter' ? [number(planted), ...words] : undefined
  }

/** What was reported, and what came of it. */
const issueWordsFor = (name: string, planted: Planted): Marks => {
  const words = knownTo(name, [planted]).filter((word) => /(DESCRIPTION|RESOLVE)$/.test(word))
  return words.length === 0 ? undefined : words
}

const SMALL_SQUARE = { serviceCode: 'other', description: '别的事', placeId: 'raosai-small-square' }
const WHOLE_MONTH = { from: '2026-11-01', to: '2026-11-30' }
const nothing: Row = { input: () => ({}) }
const itemRow = (planted: Planted): Row => ({
  input: () => ({ params: addressOfItem(planted.receipt) }),
  sees: (name) => wordsFor(planted)(name),
})
const queueRow = (queueId: string, query: { view: string }, sees: Row['sees']): Row => ({
  input: () => ({ params: { queueId }, query: { ...query, limit: 50 } }),
  ...(sees && { sees }),
})
const searchRow = (text: string, sees: Row['sees']): Row => ({
  input: () => ({ query: { text, limit: 50 } }),
  ...(sees && { sees }),
})
const worksForRaosai = (name: string): boolean =>
  [...GRID_STAFF, 'worker of the next cell', 'subdistrict'].includes(name) || name.endsWith(' department')

export const DESK_WORDS = [TEMPLATE, VIEW, COLLEAGUE, COMMENT, FUND, REFERRAL, CALL_NAME, ...COUNTER_WORDS]
/** Beside what was planted: words of the desk, and what was rated or written to a department. */
export const deskWordsFor = (name: string, shared: Planted): string[] => [
  ...(isGridStaff(name) ? [COLLEAGUE, REFERRAL] : []),
  ...(name === 'asked department' ? [REFERRAL] : []),
  ...(name === 'reporter' || shared.staff.includes(name) ? [COMMENT, FUND] : []),
  ...(name === 'community staff' ? [VIEW] : []),
  ...(PARTIES.includes(name) ? [CALL_NAME] : []),
  ...(worksForRaosai(name) ? [TEMPLATE] : []),
  ...counterWordsFor(name),
]

/** The item of a case on the desk: the applicant's and the committee's. */
const caseItemRow = ({ cases: { shared } }: LeakItems): Row => ({
  input: () => ({ params: { ...COMMUNITY, workItemId: shared.workItemId } }),
  sees: toOnly(['reporter', 'mediation committee'], shared.number),
})

/** What each operation must show to whom; an operation that is missing here fails the build. */
export const createRows = (server: TestServer, items: LeakItems): Record<OperationName, Row | readonly Row[]> => {
  const { shared, unrated, offered, held, same, complaint, aboutWorker, notOurs, elsewhere } = items
  const worksOnPlanted = (name: string): boolean =>
    name !== 'neighbour' && items.planting.all.some(({ staff }) => staff.includes(name))
  const calls = createWriteCalls(server, items)
  const ledgerRow = (format: string): Row => ({
    input: () => ({ params: COMMUNITY, query: { ...WHOLE_MONTH, format } }),
    sees(name) {
      if (name === 'community staff') return [number(shared), number(aboutWorker)]
      return name === 'subdistrict' ? [number(complaint)] : undefined
    },
  })

  return {
    ...createGrantRows(server, items),
    ...createCounterRows(server, items),
    ...createFileRows(items),
    ...createChildcareRows(server, items),
    ...createPrivacyRows(items),
    ...createActivityRows(server, items),
    ...createModerationRows(items),
    listCommunities: nothing,
    getCommunity: { input: () => ({ params: COMMUNITY }) },
    ...createContactRows(),
    ...createWechatRows(),
    ...createWorkRows(server, items),
    listDemoPeople: nothing,
    startDemoSession: { input: () => ({ body: { personId: personIdOf(server, 'resident') } }) },
    getMe: nothing,
    saveDisplayPreferences: { input: () => ({ body: { language: 'zh', isElderMode: true, textStep: 'large' } }) },
    ...createSignInRows(),
    ...createProfileRows(items),
    endSession: nothing,
    endAllSessions: nothing,
    reportIssue: { input: () => ({ params: COMMUNITY, body: SMALL_SQUARE }) },
    listPublicIssues: { input: () => ({ params: COMMUNITY }), sees: () => publicWordsOf(items.neighbourly) },
    ...createBookingRows(server, items),
    ...createMealRows(items),
    ...createKitchenRows(items),
    ...createMediationRows(items),
    ...createPensionRows(items),
    ...createVisitRows(server, items),
    ...createNeighbourRows(items),
    getIssue: [
      {
        input: () => ({ params: { ...COMMUNITY, issueId: shared.receipt.id } }),
        sees: (name) => issueWordsFor(name, shared),
      },
      {
        input: () => ({ params: { ...COMMUNITY, issueId: complaint.receipt.id } }),
        sees: (name) => issueWordsFor(name, complaint),
      },
    ],
    listMyItems: {
      input: () => ({ query: { limit: 50 } }),
      sees: (name) => {
        if (name === 'neighbour') return [number(elsewhere)]
        return name === 'reporter' ? [number(shared), number(complaint)] : undefined
      },
    },
    listMyQueues: nothing,
    listQueueItems: [
      queueRow('raosai-grid-1', { view: 'resolved' }, toOnly(GRID_STAFF, number(shared))),
      queueRow('raosai-grid-1', { view: 'open' }, (name) => {
        const marks = [number(offered), number(held), ...(name === 'grid worker' ? [] : [number(aboutWorker)])]
        return toOnly(GRID_STAFF, ...marks)(name)
      }),
      queueRow('raosai-mediation', { view: 'open' }, toOnly(['mediation committee'], items.cases.shared.number)),
      queueRow('bakuo-subdistrict', { view: 'open' }, toOnly(['subdistrict'], number(complaint))),
      queueRow('municipal-works', { view: 'referred_here' }, (name) =>
        toOnly(['asked department'], number(offered))(name),
      ),
    ],
    claimNextItem: { input: calls.aClaim, sees: (name) => (isGridStaff(name) ? [number(calls.newest())] : undefined) },
    getWorkItem: [
      itemRow(shared),
      itemRow(offered),
      itemRow(complaint),
      itemRow(aboutWorker),
      spokenRow(items),
      caseItemRow(items),
    ],
    getMoveChoices: {
      input: () => ({ params: addressOfItem(held.receipt) }),
      sees: toOnly(GRID_STAFF, number(same), COLLEAGUE),
    },
    moveWorkItem: {
      input: calls.aMove,
      sees: (name) => (insiders.includes(name) ? wordsFor(calls.newest())(name) : undefined),
    },
    addNote: {
      input: () => ({ params: addressOfItem(shared.receipt), body: { body: '又说一句' } }),
      sees: (name) => (name === 'reporter' ? undefined : wordsFor(shared)(name)),
    },
    addReply: {
      input: () => ({ params: addressOfItem(shared.receipt), body: { body: '又答一句' } }),
      sees: (name) => (insiders.includes(name) ? wordsFor(shared)(name) : undefined),
    },
    announcePresence: {
      input: () => ({ params: addressOfItem(shared.receipt), body: { isViewing: true } }),
      sees: (name) => (shared.staff.includes(name) ? [] : undefined),
    },
    rateWorkItem: {
      input: calls.aRating,
      sees: (name) => (name === 'reporter' ? wordsFor(calls.newest())(name) : undefined),
    },
    searchItems: [
      searchRow('MARK', (name) => (worksOnPlanted(name) ? [] : undefined)),
      // Words of the reporter, of staff alone and a number, each found by whoever may open the item.
      searchRow('MARK-SHARED-DESCRIPTION', toOnly(shared.staff, number(shared), 'MARK-SHARED-DESCRIPTION')),
      searchRow(aboutWorker.words.staff[0] ?? '', toOnly(aboutWorker.staff, number(aboutWorker))),
      searchRow(number(complaint), toOnly(complaint.staff, number(complaint))),
      searchRow('MARK-COMPLAINT-DESCRIPTION', toOnly(complaint.staff, number(complaint))),
      searchRow('MARK-OFFERED-REFERRAL', toOnly(offered.staff, number(offered))),
      searchRow('MARK-REDACTED-DESCRIPTION', () => undefined),
      searchRow('MARK-CASE', () => undefined),
      searchRow(items.cases.shared.number, toOnly(['mediation committee'], items.cases.shared.number)),
    ],
    getRoster: { input: () => ({ params: QUEUE }), sees: toOnly(GRID_STAFF, COLLEAGUE) },
    saveRoster: { input: calls.aRoster, sees: toOnly(['grid leader', 'community staff'], COLLEAGUE) },
    listReplyTemplates: {
      input: () => ({ params: COMMUNITY }),
      sees: (name) => (worksForRaosai(name) ? [TEMPLATE] : undefined),
    },
    saveReplyTemplate: { input: calls.aTemplate, sees: toOnly(['grid leader', 'community staff'], TEMPLATE) },
    listSavedViews: { input: () => ({}), sees: toOnly(['community staff'], VIEW) },
    saveSavedView: {
      input: (_caller, name) => ({
        params: { viewId: `0199f000-0000-7000-8000-0000000001${String(name.length).padStart(2, '0')}` },
        body: { ...view, name: '我的视图' },
      }),
      sees: toOnly(GRID_STAFF),
    },
    deleteSavedView: { input: () => ({ params: { viewId: VIEW_ID } }), sees: toOnly(['community staff']) },
    listFollowUps: {
      async input() {
        await calls.followUpOf(unrated)
        return { params: QUEUE, query: { limit: 50 } }
      },
      sees: toOnly(GRID_STAFF, number(unrated)),
    },
    recordFollowUp: {
      input: calls.aFollowUp,
      sees: (name) => (isGridStaff(name) ? [number(calls.newest())] : undefined),
    },
    listNotOurs: {
      input: () => ({ params: COMMUNITY, query: { limit: 50 } }),
      sees: toOnly(notOurs.staff, number(notOurs)),
    },
    getCommunityFigures: { input: () => ({ params: COMMUNITY }) },
    exportLedger: [ledgerRow('csv'), ledgerRow('xlsx')],
    listGridRedraws: {
      input: () => ({ params: { communityId: 'nizhuolin' } }),
      sees: toOnly(['staff of 尼卓林']),
    },
    previewGridRedraw: {
      input: () => ({ params: NIZHUOLIN }),
      sees: toOnly(['staff of 尼卓林'], number(elsewhere)),
    },
    applyGridRedraw: { input: calls.aPlan, sees: toOnly(['staff of 尼卓林'], number(elsewhere)) },
    ...createMessageRows(),
    listInbox: {
      input: () => ({ query: { limit: 50 } }),
      // Staff are told of their items too.
      sees: (name) => {
        if (name === 'nobody' || name === 'party') return undefined
        return name === 'reporter' ? [number(calls.newest())] : []
      },
    },
    markInboxMessageRead: {
      input: async () => ({ params: { messageId: await calls.messageOfReporter() } }),
      sees: (name) => (name === 'reporter' ? [number(shared)] : undefined),
    },
  }
}
