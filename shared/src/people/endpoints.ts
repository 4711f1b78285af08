import { endpoints } from '../kernel/endpoint.ts'

export const peopleEndpoints = endpoints({
  listDemoPeople: ['GET', '/api/demo/people'],
  startDemoSession: ['POST', '/api/demo/sessions'],
  getMe: ['GET', '/api/me'],
  saveDisplayPreferences: ['PUT', '/api/my/display-preferences'],
  endSession: ['DELETE', '/api/session'],
  endAllSessions: ['DELETE', '/api/sessions'],
})

/** How somebody gets in, and where they are signed in. */
export const signInEndpoints = endpoints({
  getSignInWays: ['GET', '/api/sign-in/ways'],
  signInWithWechat: ['POST', '/api/sign-in/wechat'],
  requestPhoneCode: ['POST', '/api/sign-in/phone-codes'],
  signInWithPhoneCode: ['POST', '/api/sign-in/phone'],
  getMyAccount: ['GET', '/api/my/account'],
  bindPhone: ['POST', '/api/my/account/phone'],
  listSessions: ['GET', '/api/sessions'],
  endOtherSession: ['DELETE', '/api/sessions/:sessionId'],
})

/** Who works here, and how they prove it. No staff password exists. */
export const staffEndpoints = endpoints({
  listStaff: ['GET', '/api/staff'],
  inviteStaff: ['POST', '/api/staff-invitations'],
  withdrawStaffInvitation: ['DELETE', '/api/staff-invitations/:invitationId'],
  endStaffRole: ['POST', '/api/staff/:personId/end-of-role'],
  acceptStaffInvitation: ['POST', '/api/my/staff-invitation'],
  confirmTotp: ['POST', '/api/my/totp'],
})

/** What is known about me, and whom I live with. */
export const profileEndpoints = endpoints({
  listMyFacts: ['GET', '/api/my/facts'],
  claimFact: ['POST', '/api/my/facts'],
  withdrawFact: ['POST', '/api/my/facts/:factId/withdrawal'],
  getHousehold: ['GET', '/api/my/household'],
  createHouseholdCode: ['POST', '/api/my/household/codes'],
  joinHousehold: ['POST', '/api/my/household/members'],
  leaveHousehold: ['POST', '/api/my/household/departure'],
})

/** Who may act for whom, and what was done so. */
export const grantEndpoints = endpoints({
  listProxyGrants: ['GET', '/api/my/proxy-grants'],
  offerProxyGrant: ['POST', '/api/my/proxy-grants'],
  redeemProxyCode: ['POST', '/api/my/proxy-grants/redemption'],
  answerProxyGrant: ['POST', '/api/my/proxy-grants/:grantId/answer'],
  revokeProxyGrant: ['POST', '/api/my/proxy-grants/:grantId/revocation'],
  freezeProxyGrants: ['POST', '/api/my/proxy-grants/freeze'],
  listProxyActs: ['GET', '/api/my/proxy-acts'],
  witnessProxyGrant: ['POST', '/api/communities/:communityId/proxy-grants'],
})

/** What staff do beside a resident: at the counter, on the telephone, at the door. */
export const counterEndpoints = endpoints({
  findResidents: ['POST', '/api/communities/:communityId/residents/search'],
  registerResident: ['POST', '/api/communities/:communityId/residents'],
  getAssistSession: ['GET', '/api/my/assist-session'],
  startAssistSession: ['POST', '/api/communities/:communityId/assist-sessions'],
  endAssistSession: ['POST', '/api/assist-sessions/:sessionId/end'],
})

/** What staff confirm of what residents say about themselves. */
export const factCheckEndpoints = endpoints({
  listFactsToVerify: ['GET', '/api/communities/:communityId/facts-to-verify'],
  verifyResidentFact: ['POST', '/api/communities/:communityId/residents/:personId/facts'],
})

/** Children under the account of whoever looks after them. */
export const childEndpoints = endpoints({
  listChildren: ['GET', '/api/communities/:communityId/children'],
  saveChild: ['POST', '/api/communities/:communityId/children'],
  removeChild: ['DELETE', '/api/communities/:communityId/children/:childId'],
  listChildReads: ['GET', '/api/communities/:communityId/children/:childId/reads'],
})
