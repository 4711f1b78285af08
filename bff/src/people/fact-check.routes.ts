import { factCheckEndpoints } from '@little-bench/shared/people/endpoints'
import { factCheckContract } from '@little-bench/shared/people/fact-check.contract'
import type { Context } from '../platform/context.ts'
import type { Mount } from '../platform/http/mount.ts'
import { listFactsToVerify } from './list-facts-to-verify.service.ts'
import type { TellPerson } from './tell-person.ts'
import { verifyResidentFact } from './verify-fact.service.ts'

export const mountFactCheck = (mount: Mount, context: Context, tellPerson: TellPerson): void =>
  mount(factCheckEndpoints, factCheckContract, {
    listFactsToVerify: ({ viewer, params, query }) => listFactsToVerify(context, viewer, params.communityId, query),
    verifyResidentFact: ({ viewer, params, body, write }) =>
      verifyResidentFact(context, tellPerson, viewer, params, body, write),
  })
