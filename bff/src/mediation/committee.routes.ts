import { committeeContract } from '@little-bench/shared/mediation/committee.contract'
import { committeeEndpoints } from '@little-bench/shared/mediation/endpoints'
import type { Mount } from '../platform/http/mount.ts'
import type { Engine } from '../work-queue/index.ts'
import { draftAgreement } from './agreement.service.ts'
import { recordCaseFollowUp } from './case-follow-up.service.ts'
import { readCaseLedger } from './case-ledger.service.ts'
import { renewInvitation } from './invitation.service.ts'
import { saveMediator } from './mediator.service.ts'
import { listMediatorAccounts } from './mediator-account.service.ts'
import { proposeMediator } from './propose-mediator.service.ts'
import { listCommunityCases } from './read-case.service.ts'
import { recordSession, saveChecklist } from './work-on-case.service.ts'

export const mountCommittee = (mount: Mount, engine: Engine): void =>
  mount(committeeEndpoints, committeeContract, {
    saveMediator: ({ viewer, params, body, write }) => saveMediator(engine, viewer, params, body, write),
    listMediatorAccounts: async ({ viewer, params }) => ({
      items: await listMediatorAccounts(engine, viewer, params.communityId),
    }),
    listCommunityCases: ({ viewer, params, query }) => listCommunityCases(engine, viewer, params.communityId, query),
    renewInvitation: ({ viewer, params, write }) => renewInvitation(engine, viewer, params, write),
    proposeMediator: ({ viewer, params, body, write }) =>
      proposeMediator(engine, viewer, params, body.mediatorId, write),
    saveChecklist: ({ viewer, params, body, write }) => saveChecklist(engine, viewer, params, body, write),
    recordSession: ({ viewer, params, body, write }) => recordSession(engine, viewer, params, body, write),
    draftAgreement: ({ viewer, params, body, write }) => draftAgreement(engine, viewer, params, body, write),
    recordCaseFollowUp: ({ viewer, params, body, write }) => recordCaseFollowUp(engine, viewer, params, body, write),
    getMediationLedger: ({ viewer, params, query }) => readCaseLedger(engine, viewer, params.communityId, query),
  })
