import { mediationContract } from '@little-bench/shared/mediation/contract'
import { mediationEndpoints } from '@little-bench/shared/mediation/endpoints'
import type { Mount } from '../platform/http/mount.ts'
import type { Engine } from '../work-queue/index.ts'
import { confirmAgreement } from './agreement.service.ts'
import { answerInvitation, answerProposal, chooseMediators } from './answer-case.service.ts'
import { downloadAgreement } from './download-agreement.service.ts'
import { askForHelpCall } from './help-call.service.ts'
import { openInvitation } from './invitation.service.ts'
import { listMediators } from './mediator.service.ts'
import { moveMediationCase } from './move-case.service.ts'
import { listCaseReads, listMyCases, viewCase } from './read-case.service.ts'
import { requestMediation } from './request-mediation.service.ts'
import { listThreads, postToThread } from './thread.service.ts'

export const mountMediation = (mount: Mount, engine: Engine): void =>
  mount(mediationEndpoints, mediationContract, {
    listMediators: async ({ viewer, params, query }) => ({
      items: await listMediators(engine, viewer, params.communityId, query),
    }),
    requestMediation: ({ viewer, params, body, write }) =>
      requestMediation(engine, viewer, params.communityId, body, write),
    askForHelpCall: ({ viewer, params, body, write }) =>
      askForHelpCall(engine, viewer, params.communityId, body.phone, write),
    openInvitation: ({ viewer, body, language }) => openInvitation(engine, viewer, body.code, language),
    answerInvitation: ({ viewer, params, body, write }) => answerInvitation(engine, viewer, params, body, write),
    listMyCases: ({ viewer, query }) => listMyCases(engine, viewer, query),
    getMediationCase: ({ viewer, params }) => viewCase(engine, viewer, params),
    chooseMediators: ({ viewer, params, body, write }) =>
      chooseMediators(engine, viewer, params, body.trustedMediatorIds, write),
    answerProposal: ({ viewer, params, body, write }) => answerProposal(engine, viewer, params, body.accept, write),
    moveMediationCase: ({ viewer, params, body, write }) => moveMediationCase(engine, viewer, params, body, write),
    listCaseThreads: async ({ viewer, params }) => ({ items: await listThreads(engine, viewer, params) }),
    postToThread: ({ viewer, params, body, write }) => postToThread(engine, viewer, params, body, write),
    confirmAgreement: ({ viewer, params, body, write }) =>
      confirmAgreement(engine, viewer, params, body.version, write),
    downloadAgreement: ({ viewer, params, query }) => downloadAgreement(engine, viewer, params, query.format),
    listCaseReads: async ({ viewer, params }) => ({ items: await listCaseReads(engine, viewer, params) }),
  })
