import type { NewIssue } from '@little-bench/shared/issues/contract'
import type { IssuePreview } from '@little-bench/shared/issues/neighbour.contract'
import { findPersonalData } from '@little-bench/shared/issues/personal-data'
import type { z } from 'zod'
import { fileLinks, looseFiles } from '../files/index.ts'
import { contactsByPersonId, listHousemates } from '../people/index.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import { presentPublicWords, teamNameOf } from './issue.presenter.ts'
import { checkIssue } from './write-issue.ts'

/**
 * What neighbours would see of a report, in the words in which they read it once it is sent, and what in it tells who
 * somebody is. Errors: those of `checkIssue`, `unknown_file`.
 */
export const previewIssue = async (
  engine: Engine,
  viewer: Viewer,
  communityId: string,
  issue: NewIssue,
): Promise<z.input<typeof IssuePreview>> => {
  const { community } = checkIssue(engine, communityId, issue)
  const row = {
    service_code: issue.serviceCode,
    description: issue.description,
    place_id: issue.placeId ?? null,
    team_id: issue.teamId ?? null,
  }
  // Their own names and those of whoever lives with them, which they know.
  const people = await contactsByPersonId(engine, await listHousemates(engine.db, viewer.personId))
  const names = [...people.values()].map(({ name }) => name)
  const files = await looseFiles(engine.db, viewer.actorId, issue.fileIds, engine.clock.now())
  const { photos } = fileLinks(engine, viewer.actorId).attachments(files)
  const words = presentPublicWords(row, community, viewer.language)
  const teamName = teamNameOf(row, community, viewer.language)
  return {
    neighbours: issue.visibility === 'public' ? { ...words, teamName, photos } : null,
    personalData: findPersonalData(issue.description, names),
  }
}
