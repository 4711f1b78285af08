import { AppError } from '@little-bench/shared/kernel/errors'
import { PersonId } from '@little-bench/shared/kernel/ids'
import { type PersonRow, peopleInScope } from '../people/index.ts'
import type { Context } from '../platform/context.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import { leads } from './case.policy.ts'
import { listMediators } from './mediator.repository.ts'

interface MediatorAccount {
  id: PersonId
  name: string
  /** Whether a card has them already, also one that left the list. */
  hasCard: boolean
}

/** With whose account a card can be worked on, by name. Errors: `not_found` for another committee. */
export const listMediatorAccounts = async (
  engine: Engine,
  viewer: Viewer,
  communityId: string,
): Promise<MediatorAccount[]> => {
  if (!leads(viewer, communityId)) throw new AppError('not_found')
  const cards = await listMediators(engine.db, communityId)
  return (await listMediating(engine, communityId)).map(({ id, name }) => ({
    id: PersonId.parse(id),
    name,
    hasCard: cards.some((card) => card.person_id === id),
  }))
}

/** Whether somebody mediates in this community, or sits on its committee. */
export const mediatesHere = async (context: Context, communityId: string, personId: string): Promise<boolean> =>
  (await listMediating(context, communityId)).some(({ id }) => id === personId)

const listMediating = async (context: Context, communityId: string): Promise<PersonRow[]> =>
  (await peopleInScope(context, { communityId, unitId: null })).filter(({ roles }) =>
    roles.some(
      ({ role, communityId: scope }) =>
        (role === 'mediator' || role === 'mediation_committee') && scope === communityId,
    ),
  )
