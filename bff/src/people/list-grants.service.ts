import { addDays, shanghaiTime } from '@little-bench/shared/kernel/time'
import { isOpenOn } from '@little-bench/shared/people/grants'
import type { Context } from '../platform/context.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { datedOf } from './grant.policy.ts'
import { type GrantView, peopleOf, presentGrant } from './grant.presenter.ts'
import { listGrantsGiven, listGrantsReceived } from './grant.repository.ts'
import { namesByPersonId } from './person-names.service.ts'

/** What has ended stays in the list for a year. */
const KEPT_DAYS = 365

/** Grants that the viewer has given and received, newest first. */
export const listGrants = async (
  context: Context,
  viewer: Viewer,
): Promise<{ given: GrantView[]; received: GrantView[]; isFrozen: boolean }> => {
  const today = shanghaiTime(context.clock.now()).date
  const since = addDays(today, -KEPT_DAYS)
  const given = await listGrantsGiven(context.db, viewer.personId, since)
  const received = await listGrantsReceived(context.db, viewer.personId, since)
  const names = await namesByPersonId(context, [...given, ...received].flatMap(peopleOf))
  const present = (rows: typeof given) =>
    rows.map((row) => presentGrant(row, names, { personId: viewer.personId, today }))
  return {
    given: present(given),
    received: present(received),
    isFrozen: given.some((row) => row.frozen_at !== null && isOpenOn(datedOf(row), today)),
  }
}
