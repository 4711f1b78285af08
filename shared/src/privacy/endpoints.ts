import { endpoints } from '../kernel/endpoint.ts'

/** What somebody has agreed to, and what they may ask of whoever keeps their data (PIPL 14–16, 44–50). */
export const privacyEndpoints = endpoints({
  listConsents: ['GET', '/api/my/consents'],
  giveConsent: ['POST', '/api/my/consents'],
  withdrawConsent: ['POST', '/api/my/consents/:purpose/withdrawal'],
  exportMyData: ['GET', '/api/my/data'],
  listPrivacyRequests: ['GET', '/api/my/privacy-requests'],
  requestCorrection: ['POST', '/api/communities/:communityId/correction-requests'],
  requestDeletion: ['POST', '/api/communities/:communityId/deletion-requests'],
  closeAccount: ['POST', '/api/my/account/closure'],
})
