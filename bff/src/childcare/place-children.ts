import type { ChildcareGroupConfig } from '@little-bench/config/model'
import { ageBandOn } from '@little-bench/shared/childcare/age-bands'
import type { ChildcareSession } from '@little-bench/shared/childcare/sessions'
import { AppError } from '@little-bench/shared/kernel/errors'
import type { Language } from '@little-bench/shared/kernel/language'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import type { OpenedChild } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { listLiveBookingsOf, listSlots, type SlotRow } from '../scheduling/index.ts'
import type { PlacedCentre } from './centres.ts'
import { type OneOf, together } from './together.ts'

/** A child with the slot of the group that it is in on that day; of two, the one that it has something of already. */
export interface PlacedChild {
  child: OpenedChild
  slot: SlotRow
  one: OneOf
}

/**
 * The group of each child follows from its age on the day; of two groups of one band the first with a seat left.
 * Errors: `age_outside_band` (of one of several: `siblings_not_together`), `slot_closed` when there is no such session.
 */
export const placeChildren = async (
  trx: Trx,
  { community, centre }: PlacedCentre,
  children: readonly OpenedChild[],
  { on, session, language }: { on: ServiceDate; session: ChildcareSession; language: Language },
): Promise<PlacedChild[]> => {
  const slots = await listSlots(
    trx,
    community.id,
    centre.groups.map(({ id }) => id),
    { from: on, to: on },
  )
  const placed: PlacedChild[] = []
  for (const [index, child] of children.entries()) {
    const one = { index, count: children.length, language }
    const groups = await together(one, () => groupsFor(child, centre.groups, on))
    const open = slots.filter(({ kind, resource_id: groupId }) => kind === session && groups.includes(groupId))
    const subject = { communityId: community.id, subjectId: child.id }
    const own = await listLiveBookingsOf(
      trx,
      subject,
      open.map(({ id }) => id),
    )
    const slot = open.find(({ id }) => own.has(id)) ?? open.find((candidate) => hasSeat(candidate, placed)) ?? open[0]
    if (!slot) throw new AppError('slot_closed')
    placed.push({ child, slot, one })
  }
  return placed
}

/** Whether there is a place for each of them, as far as anybody knows before the slots are locked. */
export const hasSeatsForAll = (placed: readonly PlacedChild[]): boolean =>
  placed.every((one, index) => hasSeat(one.slot, placed.slice(0, index)))

/** Errors: `age_outside_band`. */
const groupsFor = (child: OpenedChild, groups: readonly ChildcareGroupConfig[], on: ServiceDate): string[] => {
  const band = ageBandOn(child.bornOn, on)
  const fitting = groups.filter(({ bandId }) => bandId === band?.id).map(({ id }) => id)
  if (fitting.length === 0) throw new AppError('age_outside_band')
  return fitting
}

const hasSeat = ({ id, is_open: isOpen, booked, capacity }: SlotRow, placed: readonly PlacedChild[]): boolean =>
  isOpen && booked + placed.filter(({ slot }) => slot.id === id).length < capacity
