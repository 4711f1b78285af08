import { grantEndpoints } from '@little-bench/shared/people/endpoints'
import { grantContract } from '@little-bench/shared/people/grant.contract'
import type { Context } from '../platform/context.ts'
import type { Mount } from '../platform/http/mount.ts'
import { answerGrant, redeemCode } from './answer-grant.service.ts'
import { freezeGrants, revokeGrant } from './end-grant.service.ts'
import { type DescribeItems, listActs } from './list-acts.service.ts'
import { listGrants } from './list-grants.service.ts'
import { type OfferDuties, offerGrant, witnessGrant } from './offer-grant.service.ts'

/** What others do for grants: telling people, calling them, and knowing items. */
export interface GrantDuties extends OfferDuties {
  describeItems: DescribeItems
}

export const mountGrants = (mount: Mount, context: Context, duties: GrantDuties): void =>
  mount(grantEndpoints, grantContract, {
    listProxyGrants: ({ viewer }) => listGrants(context, viewer),
    offerProxyGrant: ({ viewer, body, write }) => offerGrant(context, duties, viewer, body, write),
    redeemProxyCode: ({ viewer, body, write }) => redeemCode(context, viewer, body.code, write),
    answerProxyGrant: ({ viewer, params, body, write }) =>
      answerGrant(context, duties.tellPerson, viewer, { ...params, ...body, callName: body.callName }, write),
    revokeProxyGrant: ({ viewer, params, write }) =>
      revokeGrant(context, duties.tellPerson, viewer, params.grantId, write),
    freezeProxyGrants: ({ viewer, body, write }) =>
      freezeGrants(context, duties.tellPerson, viewer, body.isFrozen, write),
    listProxyActs: ({ viewer, query }) => listActs(context, duties.describeItems, viewer, query),
    witnessProxyGrant: ({ viewer, params, body, write }) =>
      witnessGrant(context, duties, viewer, params.communityId, body, write),
  })
