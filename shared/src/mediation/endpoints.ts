import { endpoints } from '../kernel/endpoint.ts'

/** What the two sides do. Nobody ever does it for them. */
export const mediationEndpoints = endpoints({
  listMediators: ['GET', '/api/communities/:communityId/mediators'],
  requestMediation: ['POST', '/api/communities/:communityId/mediation-cases'],
  askForHelpCall: ['POST', '/api/communities/:communityId/help-calls'],
  openInvitation: ['POST', '/api/mediation-invitations'],
  answerInvitation: ['POST', '/api/communities/:communityId/mediation-cases/:caseId/invitation-answer'],
  listMyCases: ['GET', '/api/my/mediation-cases'],
  getMediationCase: ['GET', '/api/communities/:communityId/mediation-cases/:caseId'],
  chooseMediators: ['POST', '/api/communities/:communityId/mediation-cases/:caseId/ticks'],
  answerProposal: ['POST', '/api/communities/:communityId/mediation-cases/:caseId/proposal-answer'],
  moveMediationCase: ['POST', '/api/communities/:communityId/mediation-cases/:caseId/moves'],
  listCaseThreads: ['GET', '/api/communities/:communityId/mediation-cases/:caseId/threads'],
  postToThread: ['POST', '/api/communities/:communityId/mediation-cases/:caseId/threads/:thread/messages'],
  confirmAgreement: ['POST', '/api/communities/:communityId/mediation-cases/:caseId/agreement/confirmation'],
  downloadAgreement: ['GET', '/api/communities/:communityId/mediation-cases/:caseId/agreement/file'],
  listCaseReads: ['GET', '/api/communities/:communityId/mediation-cases/:caseId/reads'],
})

/** What the mediator and the committee do. */
export const committeeEndpoints = endpoints({
  saveMediator: ['PUT', '/api/communities/:communityId/mediators/:mediatorId'],
  listMediatorAccounts: ['GET', '/api/communities/:communityId/mediator-accounts'],
  listCommunityCases: ['GET', '/api/communities/:communityId/mediation-cases'],
  renewInvitation: ['POST', '/api/communities/:communityId/mediation-cases/:caseId/invitations'],
  proposeMediator: ['POST', '/api/communities/:communityId/mediation-cases/:caseId/proposals'],
  saveChecklist: ['PUT', '/api/communities/:communityId/mediation-cases/:caseId/checklist'],
  recordSession: ['POST', '/api/communities/:communityId/mediation-cases/:caseId/sessions'],
  draftAgreement: ['PUT', '/api/communities/:communityId/mediation-cases/:caseId/agreement'],
  recordCaseFollowUp: ['POST', '/api/communities/:communityId/mediation-cases/:caseId/follow-ups/:followUpId/result'],
  getMediationLedger: ['GET', '/api/communities/:communityId/mediation-ledger'],
})
