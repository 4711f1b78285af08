import type { Sealer } from '../platform/crypto/sealer.ts'
import type { AgreementRow } from './agreement.repository.ts'
import { openAt, sealAt } from './sealed-case.ts'

/** An agreement, opened. */
export interface OpenedAgreement {
  version: number
  dispute: string
  terms: string
  performance: string
  on: string
  effectiveOn: string | null
}

export const openAgreement = (sealer: Sealer, row: AgreementRow): OpenedAgreement => ({
  version: row.version,
  dispute: openAt(sealer, 'dispute', row.id, row.sealed_dispute),
  terms: openAt(sealer, 'terms', row.id, row.sealed_terms),
  performance: openAt(sealer, 'performance', row.id, row.sealed_performance),
  on: row.agreed_on,
  effectiveOn: row.effective_on,
})

export const sealAgreement = (
  sealer: Sealer,
  id: string,
  { dispute, terms, performance }: Pick<OpenedAgreement, 'dispute' | 'terms' | 'performance'>,
) => ({
  sealed_dispute: sealAt(sealer, 'dispute', id, dispute),
  sealed_terms: sealAt(sealer, 'terms', id, terms),
  sealed_performance: sealAt(sealer, 'performance', id, performance),
})
