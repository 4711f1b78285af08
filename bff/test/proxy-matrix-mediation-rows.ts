import type { committeeEndpoints, mediationEndpoints } from '@little-bench/shared/mediation/endpoints'
import { IN_PERSON, type ProxyRow } from './proxy-matrix-row.ts'

/** Nobody is a side, a mediator or the committee for somebody else. */
export const createMediationProxyRows = (): Record<
  keyof typeof mediationEndpoints | keyof typeof committeeEndpoints,
  ProxyRow
> => ({
  listMediators: IN_PERSON,
  requestMediation: IN_PERSON,
  askForHelpCall: IN_PERSON,
  openInvitation: IN_PERSON,
  answerInvitation: IN_PERSON,
  listMyCases: IN_PERSON,
  getMediationCase: IN_PERSON,
  chooseMediators: IN_PERSON,
  answerProposal: IN_PERSON,
  moveMediationCase: IN_PERSON,
  listCaseThreads: IN_PERSON,
  postToThread: IN_PERSON,
  confirmAgreement: IN_PERSON,
  downloadAgreement: IN_PERSON,
  listCaseReads: IN_PERSON,
  saveMediator: IN_PERSON,
  listMediatorAccounts: IN_PERSON,
  listCommunityCases: IN_PERSON,
  renewInvitation: IN_PERSON,
  proposeMediator: IN_PERSON,
  saveChecklist: IN_PERSON,
  recordSession: IN_PERSON,
  draftAgreement: IN_PERSON,
  recordCaseFollowUp: IN_PERSON,
  getMediationLedger: IN_PERSON,
})
