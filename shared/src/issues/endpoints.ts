import { endpoints } from '../kernel/endpoint.ts'

export const issueEndpoints = endpoints({
  reportIssue: ['POST', '/api/communities/:communityId/issues'],
  fileIssueForResident: ['POST', '/api/communities/:communityId/assisted-issues'],
  listPublicIssues: ['GET', '/api/communities/:communityId/issues'],
  getIssue: ['GET', '/api/communities/:communityId/issues/:issueId'],
})

/** What neighbours have to do with an issue, and what its reporter lets them see. */
export const neighbourEndpoints = endpoints({
  findDuplicates: ['GET', '/api/communities/:communityId/duplicate-issues'],
  previewIssue: ['POST', '/api/communities/:communityId/issue-previews'],
  endorseIssue: ['PUT', '/api/communities/:communityId/issues/:issueId/endorsement'],
  withdrawEndorsement: ['DELETE', '/api/communities/:communityId/issues/:issueId/endorsement'],
  redactIssue: ['POST', '/api/communities/:communityId/issues/:issueId/redactions'],
  getIssueOriginal: ['GET', '/api/communities/:communityId/issues/:issueId/original'],
})

/** What was built or mended for an issue, and what it cost. */
export const workEndpoints = endpoints({
  listWorks: ['GET', '/api/communities/:communityId/issues/:issueId/works'],
  saveWork: ['PUT', '/api/communities/:communityId/issues/:issueId/works/:workItemId'],
})

export const volunteerEndpoints = endpoints({
  listVolunteerTeams: ['GET', '/api/communities/:communityId/volunteer-teams'],
  joinVolunteerTeam: ['PUT', '/api/communities/:communityId/volunteer-teams/:teamId/membership'],
  leaveVolunteerTeam: ['DELETE', '/api/communities/:communityId/volunteer-teams/:teamId/membership'],
})
