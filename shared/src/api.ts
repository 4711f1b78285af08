import { communityContract } from './communities/contract.ts'
import { communityEndpoints } from './communities/endpoints.ts'
import { issueContract } from './issues/contract.ts'
import { issueEndpoints } from './issues/endpoints.ts'
import { notificationContract } from './notifications/contract.ts'
import { notificationEndpoints } from './notifications/endpoints.ts'
import { peopleContract } from './people/contract.ts'
import { peopleEndpoints } from './people/endpoints.ts'
import { workQueueContract } from './work-queue/contract.ts'
import { deskContract } from './work-queue/desk.contract.ts'
import { deskEndpoints, oversightEndpoints, workQueueEndpoints } from './work-queue/endpoints.ts'
import { oversightContract } from './work-queue/oversight.contract.ts'

/** Every operation of the API: the OpenAPI document and the server's completeness check read this table. */
export const apiEndpoints = {
  ...communityEndpoints,
  ...peopleEndpoints,
  ...issueEndpoints,
  ...workQueueEndpoints,
  ...deskEndpoints,
  ...oversightEndpoints,
  ...notificationEndpoints,
}

export const apiContract = {
  ...communityContract,
  ...peopleContract,
  ...issueContract,
  ...workQueueContract,
  ...deskContract,
  ...oversightContract,
  ...notificationContract,
}
