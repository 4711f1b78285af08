import type { OperationName } from './client.ts'
import { COMMUNITY, FUND, type LeakItems } from './leak-matrix-items.ts'
import type { Row } from './leak-matrix-rows.ts'
import { GRID_STAFF } from './planted.ts'
import type { TestServer } from './server.ts'

const TEAM = { ...COMMUNITY, teamId: 'red-riders' }

/** What is built for an issue that is not public stays between its reporter and the staff in charge; teams name nobody. */
export const createWorkRows = (server: TestServer, { shared, unrated }: LeakItems) => {
  const addressOf = ({ receipt }: LeakItems['shared']) => ({ ...COMMUNITY, issueId: receipt.id })
  return {
    listWorks: {
      input: () => ({ params: addressOf(shared) }),
      sees: (name) => (name === 'reporter' || shared.staff.includes(name) ? [FUND] : undefined),
    },
    saveWork: {
      async input() {
        const { workItemId } = unrated.receipt
        const [row] = await server.sql<{ version: number }>(
          'select coalesce(max(version), 0) as version from issue_work where work_item_id = $1',
          [workItemId],
        )
        const body = { version: row?.version ?? 0, costFen: 1200, fundSource: FUND, decidedOn: null }
        return { params: { ...addressOf(unrated), workItemId }, body }
      },
      sees: (name) => (GRID_STAFF.includes(name) ? [FUND] : undefined),
    },
    listVolunteerTeams: { input: () => ({ params: COMMUNITY }) },
    joinVolunteerTeam: { input: () => ({ params: TEAM }) },
    leaveVolunteerTeam: { input: () => ({ params: TEAM }) },
  } satisfies Partial<Record<OperationName, Row | readonly Row[]>>
}
