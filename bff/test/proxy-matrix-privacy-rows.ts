import { POLICY_VERSION } from '@little-bench/shared/privacy/consents'
import { expect } from 'vitest'
import type { OperationName } from './client.ts'
import { born, claim } from './facts.ts'
import { IN_PERSON, type ProxyRow } from './proxy-matrix-row.ts'

type PrivacyOperation =
  | 'listConsents'
  | 'giveConsent'
  | 'withdrawConsent'
  | 'exportMyData'
  | 'listPrivacyRequests'
  | 'requestCorrection'
  | 'requestDeletion'
  | 'closeAccount'

const RAOSAI = { communityId: 'raosai' }
const purpose = 'wechat_messages'

/** What somebody decides about their own data: by themselves, or with the counter beside them, and by no proxy. */
export const createPrivacyProxyRows = (): Record<PrivacyOperation & OperationName, ProxyRow> => ({
  listConsents: { input: () => ({}) },
  giveConsent: {
    input: () => ({ body: { purpose, version: POLICY_VERSION } }),
    shows: async (_answer, { principal }) => {
      const { items } = await principal.call('listConsents')
      expect(items.find((consent) => consent.purpose === purpose)?.given).not.toBeNull()
    },
  },
  withdrawConsent: {
    input: () => ({ params: { purpose } }),
    shows: async (_answer, { principal }) => {
      const { items } = await principal.call('listConsents')
      expect(items.find((consent) => consent.purpose === purpose)?.given).toBeNull()
    },
  },
  exportMyData: {
    async input({ principal }) {
      await claim(principal, born('1949-10-01'))
      return {}
    },
    shows: ({ text }) => expect(text).toContain('1949年10月1日'),
  },
  listPrivacyRequests: { input: () => ({}) },
  requestCorrection: {
    input: () => ({ params: RAOSAI, body: { about: 'name', words: '名字少了一个字。' } }),
    shows: async ({ text }, { principal }) => {
      const [newest] = (await principal.call('listPrivacyRequests')).items
      expect(text).toContain(newest?.receiptNumber)
    },
  },
  requestDeletion: {
    input: () => ({ params: RAOSAI, body: { about: 'bookings' } }),
    shows: async ({ text }, { principal }) => {
      const [newest] = (await principal.call('listPrivacyRequests')).items
      expect(text).toContain(newest?.receiptNumber)
    },
  },
  closeAccount: IN_PERSON,
})
