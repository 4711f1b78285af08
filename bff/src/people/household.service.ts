import { findPlace } from '@little-bench/config/places'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { OneTimeCode } from '@little-bench/shared/people/profile.contract'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, type Write } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { type HouseholdView, presentHousehold } from './household.presenter.ts'
import {
  endHousehold,
  endMembership,
  findHouseholdOf,
  type HouseholdKey,
  type HouseholdRow,
  insertHousehold,
  insertMember,
  listMembersOf,
  lockHousehold,
} from './household.repository.ts'
import { makeCode, showCode, spendCode } from './one-time-code.service.ts'
import { lockPerson } from './person.repository.ts'
import { namesByPersonId } from './person-names.service.ts'
import type { TellPerson } from './tell-person.ts'

const keyOf = ({ community_id: communityId, id }: HouseholdRow): HouseholdKey => ({ communityId, id })

/** The household of the viewer; null without one. Nobody else's is ever looked up. */
export const getHousehold = async (context: Context, viewer: Viewer): Promise<HouseholdView | null> => {
  const row = await findHouseholdOf(context.db, viewer.personId)
  if (!row) return null
  const members = await listMembersOf(context.db, keyOf(row))
  const names = await namesByPersonId(
    context,
    members.map(({ person_id: personId }) => personId),
  )
  return presentHousehold(row, members, names, context.config(), viewer)
}

const requireHousehold = async (context: Context, viewer: Viewer): Promise<HouseholdView> => {
  const household = await getHousehold(context, viewer)
  if (!household) throw new AppError('not_found')
  return household
}

interface Home {
  communityId?: string | undefined
  placeId?: string | undefined
}

/**
 * Makes a code for one more member, good for a day and once. Whoever has no household founds one at their place.
 * Errors: `not_in_household` without a place to found one at, `unknown_place`.
 */
export const createHouseholdCode = async (
  context: Context,
  viewer: Viewer,
  home: Home,
  write: Write,
): Promise<{ household: HouseholdView; code: z.input<typeof OneTimeCode> }> => {
  const now = context.clock.now()
  const kept = await inTransaction(context.db, now, write, async (trx) => {
    await lockPerson(trx, viewer.personId)
    const row = await findHouseholdOf(trx, viewer.personId)
    const { communityId, id } = row ? keyOf(row) : await foundHousehold(context, trx, viewer, home, now)
    const subject = { purpose: 'household', communityId, subjectId: id, madeBy: viewer.personId } as const
    return makeCode(context, trx, subject, now)
  })
  const household = await requireHousehold(context, viewer)
  return { household, code: showCode(context, 'household', kept) }
}

const foundHousehold = async (
  context: Context,
  trx: Trx,
  viewer: Viewer,
  { communityId, placeId }: Home,
  now: Date,
): Promise<HouseholdKey> => {
  if (communityId === undefined || placeId === undefined) throw new AppError('not_in_household')
  const community = context.config().communities.get(communityId)
  if (!community || !findPlace(community, placeId)) throw new AppError('unknown_place')
  const key = { communityId, id: uuidv7() }
  await insertHousehold(trx, {
    community_id: communityId,
    id: key.id,
    place_id: placeId,
    founded_by: viewer.personId,
    created_at: now.toISOString(),
  })
  if (!(await insertMember(trx, key, viewer.personId, now))) throw new Error('membership was not locked')
  return key
}

/**
 * Joins the household of a code; the other members are told. The code of somebody who has left it, or of one that has
 * ended, is as good as none. Errors: `code_invalid`, `already_in_household`; then the code has not been used.
 */
export const joinHousehold = async (
  context: Context,
  tellPerson: TellPerson,
  viewer: Viewer,
  typed: string,
  write: Write,
): Promise<HouseholdView> => {
  const now = context.clock.now()
  const { personId } = viewer
  const actorName = await maskedName(context, personId)
  await inTransaction(context.db, now, write, async (trx) => {
    await lockPerson(trx, personId)
    const { communityId, subjectId, madeBy } = await spendCode(
      context,
      trx,
      { purpose: 'household', typed, usedBy: personId },
      now,
    )
    const key = { communityId, id: subjectId }
    const members = (await lockHousehold(trx, key)) ? await listMembersOf(trx, key) : []
    if (!members.some(({ person_id: memberId }) => memberId === madeBy)) throw new AppError('code_invalid')
    if (!(await insertMember(trx, key, personId, now))) throw new AppError('already_in_household')
    await tellMembers(tellPerson, trx, { kind: 'household_joined', communityId, members, personId, actorName })
    return { hasJoined: true }
  })
  return requireHousehold(context, viewer)
}

/** Leaves the household; who stays is told, and the last to leave ends it. Errors: `not_in_household`. */
export const leaveHousehold = async (
  context: Context,
  tellPerson: TellPerson,
  viewer: Viewer,
  write: Write,
): Promise<{ hasLeft: true }> => {
  const now = context.clock.now()
  return inTransaction(context.db, now, write, async (trx) => {
    if (!(await leaveHomeOf(context, tellPerson, trx, viewer.personId, now))) throw new AppError('not_in_household')
    return { hasLeft: true }
  })
}

/** The same in a transaction that does more; false for somebody who has no household. */
export const leaveHomeOf = async (
  context: Context,
  tellPerson: TellPerson,
  trx: Trx,
  personId: string,
  now: Date,
): Promise<boolean> => {
  const actorName = await maskedName({ ...context, db: trx }, personId)
  await lockPerson(trx, personId)
  const row = await findHouseholdOf(trx, personId)
  if (!row) return false
  const key = keyOf(row)
  await lockHousehold(trx, key)
  await endMembership(trx, key, personId, now)
  const members = await listMembersOf(trx, key)
  if (members.length === 0) await endHousehold(trx, key, now)
  await tellMembers(tellPerson, trx, {
    kind: 'household_left',
    communityId: key.communityId,
    members,
    personId,
    actorName,
  })
  return true
}

const maskedName = async (context: Context, personId: string): Promise<string> =>
  (await namesByPersonId(context, [personId])).get(personId)?.masked ?? ''

interface Change {
  kind: 'household_joined' | 'household_left'
  communityId: string
  members: readonly { person_id: string }[]
  /** Who joined or left. */
  personId: string
  actorName: string
}

const tellMembers = async (
  tellPerson: TellPerson,
  trx: Trx,
  { kind, communityId, members, personId, actorName }: Change,
): Promise<void> => {
  for (const { person_id: memberId } of members) {
    if (memberId === personId) continue
    const about = { communityId, workItemId: null, subjectId: null, details: { actorName } }
    await tellPerson(trx, { kind, personId: memberId, ...about })
  }
}
