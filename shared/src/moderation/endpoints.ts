import { endpoints } from '../kernel/endpoint.ts'

/** What neighbours would read and a person looks at first. */
export const moderationEndpoints = endpoints({
  listHeldContent: ['GET', '/api/communities/:communityId/held-content'],
  decideHeldContent: ['POST', '/api/communities/:communityId/held-content/:heldContentId/decision'],
})
