import { POLICY_VERSION } from '@little-bench/shared/privacy/consents'
import type { Loose, OperationName } from './client.ts'
import { COMMUNITY } from './leak-matrix-items.ts'
import type { Row } from './leak-matrix-rows.ts'
import { COLLEAGUE } from './planted.ts'
import { newPhone } from './sign-in.ts'

type SignInOperation =
  | 'getSignInWays'
  | 'signInWithWechat'
  | 'requestPhoneCode'
  | 'signInWithPhoneCode'
  | 'getMyAccount'
  | 'bindPhone'
  | 'listSessions'
  | 'endOtherSession'
  | 'listStaff'
  | 'inviteStaff'
  | 'withdrawStaffInvitation'
  | 'endStaffRole'
  | 'acceptStaffInvitation'
  | 'confirmTotp'

const nothing: Row = { input: () => ({}) }
const NOBODY = '0199f000-0000-7000-8000-000000000001'
const SENT = { requestId: NOBODY, code: '000000' }
const GIVEN = { role: 'kitchen', ...COMMUNITY }
const always = (loose: Loose): Row => ({ input: () => loose })

/** Whoever signs in learns of themselves alone, and whoever gives roles of nobody's business. */
export const createSignInRows = (): Pick<Record<OperationName, Row>, SignInOperation> => ({
  getSignInWays: nothing,
  signInWithWechat: always({ body: { code: 'code', account: { ...COMMUNITY, policyVersion: POLICY_VERSION } } }),
  requestPhoneCode: { input: () => ({ body: { phone: newPhone() } }) },
  signInWithPhoneCode: always({ body: SENT }),
  getMyAccount: nothing,
  bindPhone: always({ body: SENT }),
  listSessions: nothing,
  endOtherSession: always({ params: { sessionId: NOBODY } }),
  // A colleague stands there for whoever may end their role.
  listStaff: {
    input: () => ({}),
    sees: (name) => (['community staff', 'admin'].includes(name) ? [COLLEAGUE] : undefined),
  },
  inviteStaff: always({ body: { name: '示范新同事', given: GIVEN } }),
  withdrawStaffInvitation: always({ params: { invitationId: NOBODY } }),
  endStaffRole: always({ params: { personId: NOBODY }, body: { given: GIVEN } }),
  acceptStaffInvitation: always({ body: { code: '712345678901', key: 'totp' } }),
  confirmTotp: always({ body: { code: '000000' } }),
})
