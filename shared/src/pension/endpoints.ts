import { endpoints } from '../kernel/endpoint.ts'

/** Help with the proof of life that a pension depends on. It is done in the official apps; here people are reminded and visited. */
export const proofEndpoints = endpoints({
  getProofOfLife: ['GET', '/api/communities/:communityId/proof-of-life'],
  saveProofOfLifeWay: ['PUT', '/api/communities/:communityId/proof-of-life/way'],
  recordProofOfLifeDone: ['POST', '/api/communities/:communityId/proof-of-life/done'],
  getGroupText: ['GET', '/api/communities/:communityId/proof-of-life/group-text'],
})

/** Visits, as whoever is visited has them. */
export const homeVisitEndpoints = endpoints({
  requestHomeVisit: ['POST', '/api/communities/:communityId/home-visits'],
  rescheduleVisit: ['POST', '/api/communities/:communityId/home-visits/:visitId/reschedule'],
  cancelHomeVisit: ['DELETE', '/api/communities/:communityId/home-visits/:visitId'],
  verifyVisitCode: ['POST', '/api/communities/:communityId/home-visits/:visitId/code-check'],
})

/** Both, as a resident's pages call them. */
export const pensionEndpoints = { ...proofEndpoints, ...homeVisitEndpoints }

/** Who has not done it yet. */
export const openProofEndpoints = endpoints({
  listOpenProofsOfLife: ['GET', '/api/communities/:communityId/open-proofs-of-life'],
})

/** What whoever plans and the visitors do. */
export const visitEndpoints = endpoints({
  listHomeVisits: ['GET', '/api/communities/:communityId/home-visits'],
  listVisitRounds: ['GET', '/api/communities/:communityId/visit-rounds'],
  planVisitRound: ['PUT', '/api/communities/:communityId/visit-rounds/:on/:visitorId'],
  recordVisitOutcome: ['POST', '/api/communities/:communityId/home-visits/:visitId/outcome'],
})
