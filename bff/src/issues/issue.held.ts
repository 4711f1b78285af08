import type { CommunityConfig } from '@little-bench/config/model'
import { communityOf } from '../communities/index.ts'
import { filesOf, holdFiles } from '../files/index.ts'
import type { HeldHandlers } from '../moderation/index.ts'
import type { Context } from '../platform/context.ts'
import { listIssuesByIds, setPublicState } from './issue.repository.ts'

/** What of issues is held until somebody has looked at it. */
export const createHeldIssues = (context: Context): Record<'issue_words' | 'issue_photo', HeldHandlers> => {
  const describe: HeldHandlers['describe'] = async (db, communityId, issueIds) => {
    const community = communityOf(context, communityId)
    const issues = await listIssuesByIds(db, communityId, issueIds)
    const files = await filesOf(db, communityId, 'report', issueIds)
    return new Map(
      issues.map(({ id, service_code: serviceCode, description: words }) => [
        id,
        { serviceName: nameOf(community, serviceCode), words, files: files.get(id) ?? [] },
      ]),
    )
  }
  return {
    issue_words: {
      describe,
      show: (trx, { communityId, subjectId }, isShown) =>
        setPublicState(trx, communityId, subjectId, isShown ? 'shown' : 'refused'),
    },
    issue_photo: {
      describe,
      show: (trx, { communityId, subjectId, fileId }, isShown, now) =>
        holdFiles(
          trx,
          { communityId, kind: 'report', id: subjectId },
          fileId === null ? [] : [fileId],
          isShown ? null : now,
        ),
    },
  }
}

const nameOf = ({ catalogue }: CommunityConfig, serviceCode: string) =>
  catalogue.find((entry) => entry.serviceCode === serviceCode)?.name ?? { zh: serviceCode }
