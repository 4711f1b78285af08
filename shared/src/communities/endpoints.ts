import { endpoints } from '../kernel/endpoint.ts'

export const communityEndpoints = endpoints({
  listCommunities: ['GET', '/api/communities'],
  getCommunity: ['GET', '/api/communities/:communityId'],
  listContacts: ['GET', '/api/communities/:communityId/contacts'],
})
