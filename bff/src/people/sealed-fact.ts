import { type DatedFact, type FactContent, inForceFromOf } from '@little-bench/shared/people/facts'
import { FactContent as FactContentSchema } from '@little-bench/shared/people/profile.contract'
import type { Sealer } from '../platform/crypto/sealer.ts'
import type { FactRow } from './resident-fact.repository.ts'
import { factPurpose } from './sealed-purposes.ts'

/** What a fact says, opened. */
export type OpenedFact = FactRow & { content: FactContent }

/** Every kind is sealed the same way: there is one path, and no list of what is sensitive to keep right. */
export const sealFact = (sealer: Sealer, id: string, { kind, value }: FactContent): string =>
  sealer.seal(JSON.stringify(value), factPurpose(id, kind))

/** Opens what has not been erased; the others are left out. */
export const openFacts = (sealer: Sealer, rows: readonly FactRow[]): OpenedFact[] =>
  rows.flatMap((row) => {
    const content = openFact(sealer, row)
    return content === null ? [] : [{ ...row, content }]
  })

/** What one fact says; null when it has been erased. */
export const openFact = (
  sealer: Sealer,
  { id, kind, sealed_value: sealed }: Pick<FactRow, 'id' | 'kind' | 'sealed_value'>,
): FactContent | null => {
  if (sealed === null) return null
  const value: unknown = JSON.parse(sealer.open(sealed, factPurpose(id, kind)))
  return FactContentSchema.parse({ kind, value })
}

/** As the rules of eligibility ask for it. */
export const datedFact = (fact: OpenedFact): DatedFact => ({
  id: fact.id,
  content: fact.content,
  inForceFrom: inForceFromOf(fact.content, fact.in_force_from),
  endedOn: fact.ended_on,
  verifiedOn: fact.verified_on,
  verifiedUntil: fact.verified_until,
})
