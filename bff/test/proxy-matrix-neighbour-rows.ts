import { expect } from 'vitest'
import { aReport, report } from './factories.ts'
import { IN_PERSON, type ProxyRow } from './proxy-matrix-row.ts'
import type { World } from './proxy-matrix-worlds.ts'

const COMMUNITY = { communityId: 'raosai' }

/** What a neighbour of the principal reported. */
const reportedNextDoor = async ({ people }: World) => {
  const { id } = await report(people.neighbour, { visibility: 'public' })
  return { params: { ...COMMUNITY, issueId: id } }
}

export const createNeighbourProxyRows = () =>
  ({
    findDuplicates: { input: () => ({ params: COMMUNITY, query: { serviceCode: 'garbage' } }) },
    previewIssue: { input: () => ({ params: COMMUNITY, body: aReport() }) },
    endorseIssue: {
      input: reportedNextDoor,
      shows: ({ body }) => expect(body).toEqual({ endorsements: 1, isEndorsed: true }),
    },
    withdrawEndorsement: {
      async input(world) {
        const address = await reportedNextDoor(world)
        await world.principal.call('endorseIssue', address)
        return address
      },
      shows: ({ body }) => expect(body).toEqual({ endorsements: 0, isEndorsed: false }),
    },
    redactIssue: {
      async input({ principal }) {
        const { id } = await report(principal)
        return { params: { ...COMMUNITY, issueId: id }, body: { description: '巷口的垃圾没有清。' } }
      },
      shows: ({ text }) => expect(text).toContain('巷口的垃圾没有清。'),
    },
    getIssueOriginal: IN_PERSON,
  }) satisfies Record<string, ProxyRow>
