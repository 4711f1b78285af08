import { POLICY_VERSION } from '@little-bench/shared/privacy/consents'
import type { OperationName } from './client.ts'
import { COMMUNITY, type LeakItems } from './leak-matrix-items.ts'
import type { Row } from './leak-matrix-rows.ts'

type PrivacyOperation =
  | 'listConsents'
  | 'giveConsent'
  | 'withdrawConsent'
  | 'exportMyData'
  | 'listPrivacyRequests'
  | 'requestCorrection'
  | 'requestDeletion'
  | 'closeAccount'

const RESIDENTS = ['reporter', 'neighbour', 'resident elsewhere', 'respondent']
const purpose = 'wechat_messages'

/** What is kept of each, which nobody else's reaches. */
export const createPrivacyRows = ({ profile, shared }: LeakItems): Record<PrivacyOperation & OperationName, Row> => {
  const residents = (name: string) => (RESIDENTS.includes(name) ? [] : undefined)
  const own = [...profile.words.slice(0, 1), ...shared.words.requester, shared.receipt.receiptNumber]
  return {
    listConsents: { input: () => ({}), sees: residents },
    giveConsent: { input: () => ({ body: { purpose, version: POLICY_VERSION } }), sees: residents },
    withdrawConsent: { input: () => ({ params: { purpose } }), sees: residents },
    exportMyData: { input: () => ({}), sees: (name) => (name === 'reporter' ? own : residents(name)) },
    listPrivacyRequests: { input: () => ({}), sees: residents },
    requestCorrection: {
      input: () => ({ params: COMMUNITY, body: { about: 'name', words: '名字少了一个字。' } }),
      sees: residents,
    },
    requestDeletion: { input: () => ({ params: COMMUNITY, body: { about: 'bookings' } }), sees: residents },
    // Everybody here is still needed: who closes theirs, and what is left then, has a test of its own.
    closeAccount: { input: () => ({ body: {} }) },
  }
}
