import type { PensionConfig } from '@little-bench/config/model'
import type { ErrorCode } from '@little-bench/shared/kernel/errors'
import { type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'

/** A visit with the minutes of the day between which somebody comes. */
export interface PlannedTime {
  visitId: string
  from: number
  until: number
}

/** Why a round cannot be planned so, whatever becomes of its visits; undefined when it can. */
export const planRefusal = (
  { on, visits }: { on: ServiceDate; visits: readonly PlannedTime[] },
  { fromMinute, untilMinute }: Pick<PensionConfig['visits'], 'fromMinute' | 'untilMinute'>,
  now: Date,
): ErrorCode | undefined => {
  const { date: today, minute } = shanghaiTime(now)
  if (on < today) return 'date_in_past'
  if (new Set(visits.map(({ visitId }) => visitId)).size < visits.length) return 'visit_changed'
  const isPossible = ({ from, until }: PlannedTime): boolean =>
    fromMinute <= from && from < until && until <= untilMinute && (on > today || minute < until)
  return visits.every(isPossible) ? undefined : 'slot_closed'
}
