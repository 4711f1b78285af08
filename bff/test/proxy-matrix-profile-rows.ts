import { expect } from 'vitest'
import type { OperationName } from './client.ts'
import { born, claim, disability, HOME, residence } from './facts.ts'
import { IN_PERSON, type ProxyRow } from './proxy-matrix-row.ts'
import type { World } from './proxy-matrix-worlds.ts'

type ProfileOperation =
  | 'listMyFacts'
  | 'claimFact'
  | 'withdrawFact'
  | 'getHousehold'
  | 'createHouseholdCode'
  | 'joinHousehold'
  | 'leaveHousehold'
  | 'listFactsToVerify'
  | 'verifyResidentFact'

const liveAlone = async ({ principal }: World): Promise<object> => {
  await principal.attempt('leaveHousehold')
  return {}
}
const foundHousehold = async ({ principal }: World): Promise<object> => {
  await principal.call('createHouseholdCode', { body: HOME })
  return {}
}

/** What is known of somebody and whom they live with, called for them. */
export const createProfileProxyRows = (): Record<ProfileOperation & OperationName, ProxyRow> => ({
  listMyFacts: {
    async input({ principal }) {
      await claim(principal, born('1949-10-01'))
      return {}
    },
    async shows({ text }, { principal }) {
      expect(text).toBe((await principal.attempt('listMyFacts')).text)
      expect(text).toContain('1949-10-01')
    },
  },
  claimFact: {
    input: () => ({ body: { content: residence, hasConsent: true } }),
    shows: async (_answer, { principal }) =>
      expect((await principal.attempt('listMyFacts')).text).toContain('"kind":"residence"'),
  },
  withdrawFact: {
    input: async ({ principal }) => ({ params: { factId: (await claim(principal, disability)).id } }),
    shows: async (_answer, { principal }) =>
      expect((await principal.attempt('listMyFacts')).text).not.toContain('disability'),
  },
  getHousehold: {
    input: foundHousehold,
    shows: ({ text }, { principal }) => expect(text).toContain(principal.personId),
  },
  createHouseholdCode: {
    input: () => ({ body: HOME }),
    shows: ({ text }, { principal }) => expect(text).toContain(principal.personId),
  },
  joinHousehold: {
    async input(world) {
      await liveAlone(world)
      const { code } = await world.people.neighbour.call('createHouseholdCode', { body: HOME })
      return { body: { code: code.code } }
    },
    shows: ({ text }, { principal }) => expect(text).toContain(principal.personId),
  },
  leaveHousehold: {
    input: foundHousehold,
    shows: async (_answer, { principal }) => expect(await principal.call('getHousehold')).toEqual({ household: null }),
  },
  listFactsToVerify: IN_PERSON,
  verifyResidentFact: IN_PERSON,
})
