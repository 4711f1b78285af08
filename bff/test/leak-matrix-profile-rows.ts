import type { Client, OperationName } from './client.ts'
import { claim, HOME, residence, worksAt } from './facts.ts'
import type { LeakItems } from './leak-matrix-items.ts'
import type { Row } from './leak-matrix-rows.ts'
import { type Callers, GRID_STAFF, isGridStaff } from './planted.ts'

const WORKPLACE = 'MARK-WORKPLACE'
const COMMUNITY = { communityId: 'raosai' }

export interface PlantedProfile {
  /** Words that name it. */
  words: readonly string[]
  householdId: string
}

/** What the reporter says of themselves, and their household, in the first grid cell. */
export const plantProfile = async ({ as }: Callers): Promise<PlantedProfile> => {
  const reporter = await as('reporter')
  await claim(reporter, residence)
  await claim(reporter, worksAt(WORKPLACE))
  const { household } = await reporter.call('createHouseholdCode', { body: HOME })
  return { words: [WORKPLACE, household.id], householdId: household.id }
}

/** Whoever lives there, and those who may verify it. */
export const profileWordsFor = (name: string, { words, householdId }: PlantedProfile): readonly string[] => {
  if (name === 'reporter') return words
  // Joins by a code.
  if (name === 'neighbour') return [householdId]
  return isGridStaff(name) ? [WORKPLACE] : []
}

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

const RESIDENTS = ['reporter', 'neighbour', 'resident elsewhere']
const toOnly =
  (names: readonly string[], ...marks: string[]) =>
  (name: string): readonly string[] | undefined =>
    names.includes(name) ? marks : undefined

export const createProfileRows = ({
  people,
  profile,
}: LeakItems): Pick<Record<OperationName, Row>, ProfileOperation> => {
  const { householdId } = profile
  const { as, reporterId: personId } = people
  const alone = { kind: 'living_alone', value: { livesAlone: true } } as const
  const newCode = async () => (await (await as('reporter')).call('createHouseholdCode', { body: {} })).code
  const newClaim = async () => claim(await as('reporter'), worksAt(WORKPLACE), { isCorrection: true })
  const joinAfresh = async (caller: Client, name: string) => {
    if (name === 'neighbour') await caller.call('leaveHousehold')
    return { body: { code: (await newCode()).code } }
  }
  return {
    listMyFacts: { input: () => ({}), sees: toOnly(['reporter'], WORKPLACE) },
    claimFact: { input: () => ({ body: { content: alone, hasConsent: true } }), sees: toOnly(RESIDENTS) },
    withdrawFact: {
      input: async () => ({ params: { factId: (await claim(await as('reporter'), alone)).id } }),
      sees: toOnly(['reporter']),
    },
    getHousehold: { input: () => ({}), sees: toOnly(['reporter'], householdId) },
    createHouseholdCode: {
      input: () => ({ body: HOME }),
      sees: (name) => (name === 'reporter' ? [householdId] : toOnly(RESIDENTS)(name)),
    },
    joinHousehold: { input: joinAfresh, sees: toOnly(['neighbour'], householdId) },
    leaveHousehold: { input: () => ({}), sees: toOnly(RESIDENTS) },
    listFactsToVerify: {
      input: () => ({ params: COMMUNITY, query: { limit: 50 } }),
      sees: toOnly(GRID_STAFF, WORKPLACE),
    },
    verifyResidentFact: {
      input: async () => ({
        params: { ...COMMUNITY, personId },
        body: { decision: 'verify', factId: (await newClaim()).id, evidence: 'employment_letter' },
      }),
      sees: toOnly(GRID_STAFF, WORKPLACE),
    },
  }
}
