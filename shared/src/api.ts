import { activityContract } from './activities/contract.ts'
import { activityEndpoints } from './activities/endpoints.ts'
import { canteenContract } from './canteen/contract.ts'
import { canteenEndpoints, kitchenEndpoints } from './canteen/endpoints.ts'
import { kitchenContract } from './canteen/kitchen.contract.ts'
import { childcareContract } from './childcare/contract.ts'
import { childcareEndpoints, rosterEndpoints } from './childcare/endpoints.ts'
import { rosterContract } from './childcare/roster.contract.ts'
import { communityContract } from './communities/contract.ts'
import { communityEndpoints } from './communities/endpoints.ts'
import { fileContract } from './files/contract.ts'
import { fileEndpoints } from './files/endpoints.ts'
import { issueContract } from './issues/contract.ts'
import { issueEndpoints, neighbourEndpoints, volunteerEndpoints, workEndpoints } from './issues/endpoints.ts'
import { neighbourContract } from './issues/neighbour.contract.ts'
import { volunteerContract } from './issues/volunteer.contract.ts'
import { workContract } from './issues/work.contract.ts'
import { committeeContract } from './mediation/committee.contract.ts'
import { mediationContract } from './mediation/contract.ts'
import { committeeEndpoints, mediationEndpoints } from './mediation/endpoints.ts'
import { moderationContract } from './moderation/contract.ts'
import { moderationEndpoints } from './moderation/endpoints.ts'
import { callContract, notificationContract } from './notifications/contract.ts'
import {
  callEndpoints,
  deliveryEndpoints,
  notificationEndpoints,
  subscribeEndpoints,
} from './notifications/endpoints.ts'
import { deliveryContract, subscribeContract } from './notifications/subscribe.contract.ts'
import { homeVisitContract, proofContract } from './pension/contract.ts'
import { homeVisitEndpoints, openProofEndpoints, proofEndpoints, visitEndpoints } from './pension/endpoints.ts'
import { openProofContract } from './pension/open-proof.contract.ts'
import { visitContract } from './pension/visit.contract.ts'
import { childContract } from './people/child.contract.ts'
import { peopleContract } from './people/contract.ts'
import { counterContract } from './people/counter.contract.ts'
import {
  childEndpoints,
  counterEndpoints,
  factCheckEndpoints,
  grantEndpoints,
  peopleEndpoints,
  profileEndpoints,
  signInEndpoints,
  staffEndpoints,
} from './people/endpoints.ts'
import { factCheckContract } from './people/fact-check.contract.ts'
import { grantContract } from './people/grant.contract.ts'
import { profileContract } from './people/profile.contract.ts'
import { signInContract } from './people/sign-in.contract.ts'
import { staffContract } from './people/staff.contract.ts'
import { privacyContract } from './privacy/contract.ts'
import { privacyEndpoints } from './privacy/endpoints.ts'
import { schedulingContract } from './scheduling/contract.ts'
import { schedulingEndpoints } from './scheduling/endpoints.ts'
import { wechatContract } from './wechat/contract.ts'
import { wechatEndpoints } from './wechat/endpoints.ts'
import { workQueueContract } from './work-queue/contract.ts'
import { deskContract } from './work-queue/desk.contract.ts'
import { deskEndpoints, oversightEndpoints, workQueueEndpoints } from './work-queue/endpoints.ts'
import { oversightContract } from './work-queue/oversight.contract.ts'

/** Every operation of the API: the OpenAPI document and the server's completeness check read this table. */
export const apiEndpoints = {
  ...communityEndpoints,
  ...wechatEndpoints,
  ...peopleEndpoints,
  ...signInEndpoints,
  ...staffEndpoints,
  ...profileEndpoints,
  ...factCheckEndpoints,
  ...grantEndpoints,
  ...counterEndpoints,
  ...childEndpoints,
  ...childcareEndpoints,
  ...rosterEndpoints,
  ...activityEndpoints,
  ...fileEndpoints,
  ...issueEndpoints,
  ...neighbourEndpoints,
  ...workEndpoints,
  ...volunteerEndpoints,
  ...moderationEndpoints,
  ...canteenEndpoints,
  ...kitchenEndpoints,
  ...mediationEndpoints,
  ...committeeEndpoints,
  ...workQueueEndpoints,
  ...deskEndpoints,
  ...oversightEndpoints,
  ...notificationEndpoints,
  ...callEndpoints,
  ...subscribeEndpoints,
  ...deliveryEndpoints,
  ...proofEndpoints,
  ...openProofEndpoints,
  ...homeVisitEndpoints,
  ...visitEndpoints,
  ...schedulingEndpoints,
  ...privacyEndpoints,
}

export const apiContract = {
  ...communityContract,
  ...wechatContract,
  ...peopleContract,
  ...signInContract,
  ...staffContract,
  ...profileContract,
  ...factCheckContract,
  ...grantContract,
  ...counterContract,
  ...childContract,
  ...childcareContract,
  ...rosterContract,
  ...activityContract,
  ...fileContract,
  ...issueContract,
  ...neighbourContract,
  ...workContract,
  ...volunteerContract,
  ...moderationContract,
  ...canteenContract,
  ...kitchenContract,
  ...mediationContract,
  ...committeeContract,
  ...workQueueContract,
  ...deskContract,
  ...oversightContract,
  ...notificationContract,
  ...callContract,
  ...subscribeContract,
  ...deliveryContract,
  ...proofContract,
  ...openProofContract,
  ...homeVisitContract,
  ...visitContract,
  ...schedulingContract,
  ...privacyContract,
}
