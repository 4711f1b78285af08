import { neighbourEndpoints } from '@little-bench/shared/issues/endpoints'
import { neighbourContract } from '@little-bench/shared/issues/neighbour.contract'
import type { Moderation } from '../moderation/index.ts'
import type { Mount } from '../platform/http/mount.ts'
import { endorseIssue, withdrawEndorsement } from './endorse-issue.service.ts'
import { findDuplicates } from './find-duplicates.service.ts'
import { previewIssue } from './preview-issue.service.ts'
import { readOriginal, redactIssue } from './redact-issue.service.ts'

/** What neighbours have to do with an issue, and what its reporter lets them see. */
export const mountNeighbours = (mount: Mount, engine: Moderation): void =>
  mount(neighbourEndpoints, neighbourContract, {
    findDuplicates: ({ viewer, params, query, language }) =>
      findDuplicates(engine, viewer, language, params.communityId, query),
    previewIssue: ({ viewer, params, body }) => previewIssue(engine, viewer, params.communityId, body),
    endorseIssue: ({ viewer, params, write }) => endorseIssue(engine, viewer, params, write),
    withdrawEndorsement: ({ viewer, params, write }) => withdrawEndorsement(engine, viewer, params, write),
    redactIssue: ({ viewer, params, body, write }) => redactIssue(engine, viewer, params, body, write),
    getIssueOriginal: ({ viewer, params, query }) => readOriginal(engine, viewer, params, query.reason),
  })
