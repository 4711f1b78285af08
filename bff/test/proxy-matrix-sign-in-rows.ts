import type { OperationName } from './client.ts'
import { IN_PERSON, type ProxyRow } from './proxy-matrix-row.ts'

/** Who somebody is, and where they work, is nobody else's to say. */
export const createSignInProxyRows = () =>
  ({
    getSignInWays: { input: () => ({}) },
    signInWithWechat: IN_PERSON,
    requestPhoneCode: IN_PERSON,
    signInWithPhoneCode: IN_PERSON,
    getMyAccount: IN_PERSON,
    bindPhone: IN_PERSON,
    listSessions: IN_PERSON,
    endOtherSession: IN_PERSON,
    listStaff: IN_PERSON,
    inviteStaff: IN_PERSON,
    withdrawStaffInvitation: IN_PERSON,
    endStaffRole: IN_PERSON,
    acceptStaffInvitation: IN_PERSON,
    confirmTotp: IN_PERSON,
  }) satisfies Partial<Record<OperationName, ProxyRow>>
