import { monthsOld } from '@little-bench/shared/kernel/age'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import type { Child, ChildRead } from '@little-bench/shared/people/child.contract'
import type { z } from 'zod'
import type { ChildReadRow } from './child-read.repository.ts'
import type { PersonNames } from './person-names.service.ts'
import type { OpenedChild } from './sealed-child.ts'

export type ChildView = z.input<typeof Child>

/** A child as its guardian sees it. */
export const presentChild = (
  { id, nickname, bornIn, bornOn, allergies, pickUps, consentedAt }: OpenedChild,
  today: ServiceDate,
): ChildView => ({
  id,
  nickname,
  bornIn,
  ageMonths: monthsOld(bornOn, today),
  allergies,
  pickUps: pickUps.filter(({ isListed }) => isListed).map(({ isListed: _isListed, ...pickUp }) => pickUp),
  consentedAt,
})

/** Staff act by name, so whoever read is named in full. */
export const presentChildRead = (
  { at, reader_id: readerId, reason, service_on: on }: ChildReadRow,
  names: ReadonlyMap<string, PersonNames>,
): z.input<typeof ChildRead> => ({ at, by: names.get(readerId)?.full ?? '', reason, on })
