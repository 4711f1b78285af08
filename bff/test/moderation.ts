import type { Client } from './client.ts'
import { type Receipt, report } from './factories.ts'
import { uploadPhoto } from './uploads.ts'

export const RAOSAI = { communityId: 'raosai' }
export const issueAt = ({ id }: Pick<Receipt, 'id'>) => ({ params: { ...RAOSAI, issueId: id } })

/** A word that nobody else writes. */
let written = 0
export const aWord = (): string => `示范暗号${String((written += 1))}号`

/** A public report for the first grid cell of 绕赛, with so many photos. */
export const reportPublicly = async (resident: Client, description: string, photos = 0): Promise<Receipt> => {
  const fileIds: string[] = []
  for (let count = 0; count < photos; count += 1) fileIds.push((await uploadPhoto(resident)).id)
  return report(resident, { visibility: 'public', description, fileIds })
}

export const heldFor = async (staff: Client, view: 'waiting' | 'decided' = 'waiting') =>
  (await staff.call('listHeldContent', { params: RAOSAI, query: { view, limit: 50 } })).items

/** What is held of one issue. */
export const heldOf = async (staff: Client, { id }: Receipt, view: 'waiting' | 'decided' = 'waiting') =>
  (await heldFor(staff, view)).filter(({ issueId }) => issueId === id)

type Held = Awaited<ReturnType<typeof heldFor>>[number]
type Decision = { isShown: true } | { isShown: false; reason: string }

/** Decides over what this person has seen. */
export const decide = (staff: Client, held: Pick<Held, 'id' | 'decision'>, decision: Decision, headers = {}) =>
  staff.attempt(
    'decideHeldContent',
    {
      params: { ...RAOSAI, heldContentId: held.id },
      body: { ...decision, seenDecisionAt: held.decision?.at ?? null },
    },
    headers,
  )
export const SHOW = { isShown: true } as const
export const REFUSE = { isShown: false, reason: 'names_somebody' } as const

/** Everything that a neighbour can call and that says anything of issues, as one text. */
export const allThatNeighboursRead = async (neighbour: Client, receipt: Receipt): Promise<string> => {
  const place = { serviceCode: 'garbage', placeId: 'raosai-dongzisu-lane-3-no-7' }
  const answers = await Promise.all([
    neighbour.attempt('listPublicIssues', { params: RAOSAI, query: { limit: 50 } }),
    neighbour.attempt('findDuplicates', { params: RAOSAI, query: place }),
    neighbour.attempt('getIssue', issueAt(receipt)),
    neighbour.attempt('listWorks', issueAt(receipt)),
    neighbour.attempt('listMyItems', { query: { limit: 50 } }),
    neighbour.attempt('listInbox', { query: { limit: 50 } }),
    neighbour.attempt('endorseIssue', issueAt(receipt)),
    neighbour.attempt('listHeldContent', { params: RAOSAI }),
    neighbour.attempt('getIssueOriginal', { ...issueAt(receipt), query: { reason: '想看看' } }),
    neighbour.attempt('listVolunteerTeams', { params: RAOSAI }),
  ])
  return answers.map(({ text }) => text).join('\n')
}
