import { issueContract } from '@little-bench/shared/issues/contract'
import { issueEndpoints } from '@little-bench/shared/issues/endpoints'
import type { Moderation } from '../moderation/index.ts'
import type { Mount } from '../platform/http/mount.ts'
import { fileIssueForResident } from './file-issue-for-resident.service.ts'
import { presentReceipt } from './issue.presenter.ts'
import { listPublicIssues, readIssue } from './read-issue.service.ts'
import { reportIssue } from './report-issue.service.ts'

export const mountIssues = (mount: Mount, engine: Moderation): void =>
  mount(issueEndpoints, issueContract, {
    reportIssue: async ({ viewer, params, body, write }) => {
      const issue = await reportIssue(engine, viewer, params.communityId, body, write)
      return presentReceipt(issue, engine.config(), viewer.language)
    },
    fileIssueForResident: async ({ viewer, params, body, write }) => {
      const { issue, code } = await fileIssueForResident(engine, viewer, params.communityId, body, write)
      return { receipt: presentReceipt(issue, engine.config(), viewer.language), code }
    },
    listPublicIssues: ({ params, query, language }) => listPublicIssues(engine, params.communityId, language, query),
    getIssue: ({ viewer, params, language }) => readIssue(engine, viewer, language, params),
  })
