import { expect } from 'vitest'
import type { OperationName } from './client.ts'
import { CALLER, fileFor } from './counter.ts'
import { IN_PERSON, type ProxyRow } from './proxy-matrix-row.ts'

type CounterOperation =
  | 'findResidents'
  | 'registerResident'
  | 'getAssistSession'
  | 'startAssistSession'
  | 'endAssistSession'
  | 'listCallList'
  | 'recordCall'
  | 'fileIssueForResident'
  | 'bindReceipt'

/** What the counter does, called for somebody: staff do it in their own name, and only a receipt is taken over for another. */
export const createCounterProxyRows = (): Record<CounterOperation & OperationName, ProxyRow> => ({
  findResidents: IN_PERSON,
  registerResident: IN_PERSON,
  getAssistSession: IN_PERSON,
  startAssistSession: IN_PERSON,
  endAssistSession: IN_PERSON,
  listCallList: IN_PERSON,
  recordCall: IN_PERSON,
  fileIssueForResident: IN_PERSON,
  bindReceipt: {
    async input({ people }) {
      const { code } = await fileFor(people.staff, CALLER)
      return { body: { code: code?.code ?? '' } }
    },
    async shows({ text }, { principal }) {
      const { items } = await principal.call('listMyItems', { query: { limit: 50 } })
      expect(items.some(({ receiptNumber }) => text.includes(receiptNumber))).toBe(true)
    },
  },
})
