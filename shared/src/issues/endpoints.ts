import { endpoints } from '../kernel/endpoint.ts'

export const issueEndpoints = endpoints({
  reportIssue: ['POST', '/api/communities/:communityId/issues'],
  fileIssueForResident: ['POST', '/api/communities/:communityId/assisted-issues'],
  listPublicIssues: ['GET', '/api/communities/:communityId/issues'],
  getIssue: ['GET', '/api/communities/:communityId/issues/:issueId'],
})
