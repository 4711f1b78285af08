import { endpoints } from '../kernel/endpoint.ts'

/** Help with the proof of life that a pension depends on. It is done in the official apps; here people are reminded and visited. */
export const pensionEndpoints = endpoints({
  getProofOfLife: ['GET', '/api/communities/:communityId/proof-of-life'],
  saveProofOfLifeWay: ['PUT', '/api/communities/:communityId/proof-of-life/way'],
  recordProofOfLifeDone: ['POST', '/api/communities/:communityId/proof-of-life/done'],
  requestHomeVisit: ['POST', '/api/communities/:communityId/home-visits'],
  rescheduleVisit: ['POST', '/api/communities/:communityId/home-visits/:visitId/reschedule'],
  cancelHomeVisit: ['DELETE', '/api/communities/:communityId/home-visits/:visitId'],
  verifyVisitCode: ['POST', '/api/communities/:communityId/home-visits/:visitId/code-check'],
  getGroupText: ['GET', '/api/communities/:communityId/proof-of-life/group-text'],
})

/** What the counter and the visitors do. */
export const visitEndpoints = endpoints({
  listOpenProofsOfLife: ['GET', '/api/communities/:communityId/open-proofs-of-life'],
  listHomeVisits: ['GET', '/api/communities/:communityId/home-visits'],
  listVisitRounds: ['GET', '/api/communities/:communityId/visit-rounds'],
  planVisitRound: ['PUT', '/api/communities/:communityId/visit-rounds/:on/:visitorId'],
  recordVisitOutcome: ['POST', '/api/communities/:communityId/home-visits/:visitId/outcome'],
})
