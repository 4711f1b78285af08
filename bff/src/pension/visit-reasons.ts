import { VISIT_REASONS, type VisitReason } from '@little-bench/shared/pension/ways'
import { z } from 'zod'
import type { Sealer } from '../platform/crypto/sealer.ts'
import { openAtOrNull, sealAt } from './sealed-visit.ts'

const Reasons = z.array(z.enum(VISIT_REASONS))

/** Why somebody is visited, sealed as one value: not even how many reasons there are can be read. */
export const sealReasons = (sealer: Sealer, visitId: string, reasons: readonly VisitReason[]): string =>
  sealAt(sealer, 'reasons', visitId, JSON.stringify([...new Set(reasons)]))

/** Null once they are erased. */
export const openReasons = (sealer: Sealer, visitId: string, sealed: string | null): VisitReason[] | null => {
  const text = openAtOrNull(sealer, 'reasons', visitId, sealed)
  return text === null ? null : Reasons.parse(JSON.parse(text))
}
