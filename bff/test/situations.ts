import type { Client } from './client.ts'
import { itemFor, itemIn, make, type Named, type Raosai } from './factories.ts'
import type { TestServer } from './server.ts'

/** Everybody around one item, also those to whom it may be given or shown. */
export interface Neighbourhood extends Raosai {
  /** Of the department that an item is referred to. */
  department: Client
}

export const rate = async <Item extends Named>(people: Raosai, item: Item, solved: boolean): Promise<Item> => {
  const params = { communityId: 'raosai', workItemId: item.workItemId }
  await people.resident.call('rateWorkItem', { params, body: { solved, satisfaction: solved ? 5 : 2 } })
  return item
}

/** The works of a split item, the first one first. */
export const worksOf = async (people: Raosai, item: Named): Promise<Named[]> =>
  (await itemFor(people.leader, item)).children.map(({ id }) => ({ workItemId: id }))

/** Does a work from the queue to its end. */
export const finish = async (people: Raosai, work: Named): Promise<void> => {
  await make(people.worker, work, 'claim')
  await make(people.worker, work, 'resolve')
  await make(people.worker, work, 'close')
}

/** Brings an item of the first grid cell into each situation that the rules tell apart, by the people who would do it. */
export const situationsOf = (server: TestServer, people: Neighbourhood) => {
  const { resident, worker, leader } = people
  const after = async (
    state: 'queued' | 'dispatched' | 'accepted',
    by: Client,
    ...moves: Parameters<typeof make>[2][]
  ) => {
    const receipt = await itemIn(people, state)
    for (const move of moves) await make(by, receipt, move)
    return receipt
  }
  const split = () => after('accepted', worker, 'split')
  const firstWork = async () => {
    const [work] = await worksOf(people, await split())
    if (!work) throw new Error('a split item has works')
    return work
  }
  return {
    queued: () => after('queued', leader),
    dispatched: () => after('dispatched', leader),
    accepted: () => after('accepted', worker),
    'waiting for the resident': () => after('accepted', worker, 'ask_resident'),
    suspended: () => after('accepted', worker, 'suspend'),
    'suspended for the second time': () => after('accepted', worker, 'suspend', 'resume', 'suspend', 'resume'),
    'referred while nobody has it': () => after('queued', leader, 'refer'),
    'referred while dispatched': () => after('dispatched', leader, 'refer'),
    'referred while in work': () => after('accepted', worker, 'refer'),
    'taken over by the department': async () => {
      const receipt = await after('accepted', worker, 'refer')
      await make(people.department, receipt, 'accept_referral')
      return receipt
    },
    'shared with another department': () => after('accepted', worker, 'invite'),
    'passed up to the subdistrict': () => after('queued', leader, 'escalate', 'escalate'),
    'reminded today': () => after('queued', resident, 'remind'),
    'split with works on the way': split,
    'split and back in the queue': () => after('accepted', worker, 'split', 'return'),
    'split with all works done': async () => {
      const receipt = await split()
      for (const work of await worksOf(people, receipt)) await finish(people, work)
      return receipt
    },
    'a work that nobody has': firstWork,
    'a work that somebody does': async () => {
      const work = await firstWork()
      await make(worker, work, 'claim')
      return work
    },
    'a work that is done': async () => {
      const work = await firstWork()
      await finish(people, work)
      return work
    },
    'resolved and not rated': () => itemIn(people, 'resolved'),
    'resolved and rated as solved': async () => rate(people, await itemIn(people, 'resolved'), true),
    'resolved and rated as not solved': async () => rate(people, await itemIn(people, 'resolved'), false),
    'reopened, and nobody has it': async () => {
      const receipt = await itemIn(people, 'resolved')
      await make(resident, receipt, 'reopen')
      return receipt
    },
    'closed as solved': () => itemIn(people, 'closed'),
    'closed without work': () => after('queued', leader, 'close'),
    'merged into another': async () => {
      const [other, receipt] = [await itemIn(people, 'queued'), await itemIn(people, 'queued')]
      await make(leader, receipt, 'merge', { receiptNumber: other.receiptNumber, direction: 'into' })
      return receipt
    },
    withdrawn: () => after('queued', resident, 'withdraw'),
    'closed for more than thirty days': async () => {
      const receipt = await itemIn(people, 'closed')
      await server.sql("update work_item set closed_at = closed_at - interval '31 days' where id = $1", [
        receipt.workItemId,
      ])
      return receipt
    },
  } satisfies Record<string, () => Promise<Named>>
}
export type SituationName = keyof ReturnType<typeof situationsOf>
