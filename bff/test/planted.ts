import type { Client } from './client.ts'
import { addPerson, itemFor, make, personIdOf, type Receipt, report } from './factories.ts'
import type { TestServer } from './server.ts'

const COMMUNITY = { communityId: 'raosai' }
const CELL = { gridCellId: 'raosai-1' }
/** A name that nobody may read in full. */
export const FULL_NAME = '示范全名甲'
/** A colleague's name, which only the colleagues of the queue have a reason to read. */
export const COLLEAGUE = '示范同事乙'

/** One thing that was planted: its number and ids, words that the requester may read, and words for staff alone. */
export interface Planted {
  receipt: Receipt
  words: { requester: string[]; staff: string[] }
  /** For whom it exists, beside the requester. */
  staff: readonly string[]
  /** Anybody may know that it is there and what it says. */
  isPublic: boolean
}

/** Who works on the items of the first grid cell. */
export const GRID_STAFF = ['grid worker', 'grid leader', 'community staff']
export const isGridStaff = (name: string): boolean => GRID_STAFF.includes(name)

const namesOf = ({ receipt }: Planted): string[] => [receipt.receiptNumber, receipt.id, receipt.workItemId]

/** Everybody who could try to read something, by what they are; each signs in with a session of their own. */
export const createCallers = async (server: TestServer) => {
  const reporterId = await addPerson(server, 'resident', COMMUNITY, { name: FULL_NAME })
  const respondentId = await addPerson(server, 'resident', COMMUNITY)
  const anotherMediatorId = await addPerson(server, 'mediator', COMMUNITY)
  let paper = (): Promise<Client> => Promise.resolve(server.anonymous)
  /** Only demonstration people can sign in as yet, and only other people's names are masked. */
  const signInReporter = async (): Promise<Client> => {
    await server.sql('update person set is_demo = true where id = $1', [reporterId])
    const client = await server.signIn(reporterId)
    await server.sql('update person set is_demo = false where id = $1', [reporterId])
    return client
  }
  const demo =
    (...who: Parameters<typeof personIdOf> extends [unknown, ...infer Rest] ? Rest : never) =>
    () =>
      server.signIn(personIdOf(server, ...who))
  const callers: Record<string, () => Promise<Client>> = {
    reporter: signInReporter,
    neighbour: demo('resident', COMMUNITY),
    'resident elsewhere': demo('resident', { communityId: 'cisongtang' }),
    'grid worker': demo('grid_worker', CELL),
    'worker of the next cell': demo('grid_worker', { gridCellId: 'raosai-2' }),
    'grid leader': demo('grid_leader', CELL),
    'community staff': demo('community_staff', COMMUNITY),
    'staff elsewhere': demo('community_staff', { communityId: 'cisongtang' }),
    'staff of 尼卓林': demo('community_staff', { communityId: 'nizhuolin' }),
    subdistrict: demo('subdistrict_staff', { unitId: 'bakuo-subdistrict' }),
    'other subdistrict': demo('subdistrict_staff', { unitId: 'niangre-subdistrict' }),
    'asked department': demo('department_staff', { unitId: 'municipal-works' }),
    'invited department': demo('department_staff', { unitId: 'power-supply' }),
    'other department': demo('department_staff', { unitId: 'housing' }),
    'mediation committee': demo('mediation_committee', COMMUNITY),
    mediator: demo('mediator', COMMUNITY),
    kitchen: demo('kitchen', COMMUNITY),
    'childcare worker': demo('childcare_worker', COMMUNITY),
    'visiting worker': demo('visiting_worker', CELL),
    admin: demo('admin'),
    respondent: () => server.signIn(respondentId),
    'another mediator': () => server.signIn(anotherMediatorId),
    // Somebody with a code on paper and no account, once there is a case.
    party: () => paper(),
    nobody: () => Promise.resolve(server.anonymous),
  }
  const as = (name: string): Promise<Client> => {
    const signIn = callers[name]
    if (!signIn) throw new Error(`nobody is called ${name}`)
    return signIn()
  }
  const setPaper = (open: () => Promise<Client>): void => {
    paper = open
  }
  return { callers, reporterId, as, setPaper }
}
export type Callers = Awaited<ReturnType<typeof createCallers>>

/** Plants items with words that name them, each seen by other people; what is planted later is collected as well. */
export const createPlanting = ({ as }: Callers) => {
  const all: Planted[] = []
  const plant = async (
    name: string,
    staff: readonly string[],
    serviceCode = 'garbage',
    { communityId = 'raosai', isPublic = false, isWaiting = false } = {},
  ): Promise<Planted> => {
    const reporter = communityId === 'raosai' ? await as('reporter') : await as('neighbour')
    const words = { requester: [`MARK-${name}-DESCRIPTION`], staff: new Array<string>() }
    const changes = communityId === 'raosai' ? {} : { placeId: 'nizhuolin-courtyard-1' }
    const receipt = await report(
      reporter,
      {
        serviceCode,
        description: `MARK-${name}-DESCRIPTION`,
        ...changes,
        ...((isPublic || isWaiting) && { visibility: 'public' }),
      },
      communityId,
    )
    const planted: Planted = { receipt, words, staff, isPublic }
    all.push(planted)
    return planted
  }
  const write = async (who: string, planted: Planted, to: 'requester' | 'staff') => {
    const client = await as(who)
    const body = `MARK-${planted.receipt.receiptNumber}-${to === 'staff' ? 'NOTE' : 'REPLY'}`
    const { id, communityId } = await itemFor(client, planted.receipt)
    await client.call(to === 'staff' ? 'addNote' : 'addReply', {
      params: { communityId, workItemId: id },
      body: { body },
    })
    planted.words[to].push(body)
  }
  /** Claimed, given back with a reason, talked about, claimed and resolved. */
  const plantResolved = async (name: string, staff: readonly string[] = GRID_STAFF) => {
    const planted = await plant(name, staff)
    const worker = await as('grid worker')
    const say = (kind: string, to: 'requester' | 'staff') => {
      const word = `MARK-${planted.receipt.receiptNumber}-${kind}`
      planted.words[to].push(word)
      return { note: word }
    }
    await make(worker, planted.receipt, 'claim')
    await make(worker, planted.receipt, 'return', say('RETURN', 'staff'))
    await make(worker, planted.receipt, 'claim')
    await write('grid worker', planted, 'staff')
    await write('grid worker', planted, 'requester')
    if (staff.includes('subdistrict')) {
      await make(worker, planted.receipt, 'invite', { queueIds: ['power-supply'], ...say('INVITE', 'staff') })
      await make(worker, planted.receipt, 'escalate', say('ESCALATE', 'staff'))
      await make(worker, planted.receipt, 'escalate', say('ESCALATE', 'staff'))
    }
    await make(worker, planted.receipt, 'resolve', say('RESOLVE', 'requester'))
    return planted
  }
  return { all, plant, plantResolved, write }
}
export type Planting = ReturnType<typeof createPlanting>

/** What neighbours read of it; never its number, and no word but the first ones. */
export const publicWordsOf = ({ receipt, words, isPublic }: Planted): string[] =>
  isPublic ? [receipt.id, ...words.requester.filter((word) => word.endsWith('DESCRIPTION'))] : []

/** Words of everything planted that this caller may ever read. */
export const knownTo = (caller: string, all: readonly Planted[]): string[] =>
  all.flatMap((planted) => {
    if (planted.staff.includes(caller)) return [...namesOf(planted), ...planted.words.requester, ...planted.words.staff]
    return caller === 'reporter' ? [...namesOf(planted), ...planted.words.requester] : publicWordsOf(planted)
  })

export const allWords = (all: readonly Planted[]): string[] =>
  all.flatMap((planted) => [...namesOf(planted), ...planted.words.requester, ...planted.words.staff])
