import { issueContract } from '@little-bench/shared/issues/contract'
import { issueEndpoints } from '@little-bench/shared/issues/endpoints'
import { inLanguage } from '@little-bench/shared/kernel/language'
import type { Mount } from '../platform/http/mount.ts'
import type { Engine } from '../work-queue/index.ts'
import { presentReceipt } from './issue.presenter.ts'
import { listPublicIssues, readIssue } from './read-issue.service.ts'
import { reportIssue } from './report-issue.service.ts'

export const mountIssues = (mount: Mount, engine: Engine): void =>
  mount(issueEndpoints, issueContract, {
    reportIssue: async ({ viewer, params, body, write }) => {
      const issue = await reportIssue(engine, viewer, params.communityId, body, write)
      const queue = engine.config().queues.get(issue.queueId)
      return presentReceipt(issue, queue ? inLanguage(queue.name, viewer.language) : issue.queueId, viewer.language)
    },
    listPublicIssues: ({ params, query, language }) => listPublicIssues(engine, params.communityId, language, query),
    getIssue: ({ viewer, params, language }) => readIssue(engine, viewer, language, params),
  })
