import type { ConsentPurpose } from '@little-bench/shared/privacy/consents'
import type { ConsentStanding } from '../people/index.ts'
import type { Database, Trx } from '../platform/db/database.ts'
import type { PersonalData } from '../platform/db/personal-data.ts'
import type { Engine } from '../work-queue/index.ts'

/** What somebody agreed to where they wrote something down: each service knows its own. */
export type ConsentSource = (db: Database | Trx, personId: string) => Promise<ConsentStanding>

/** What a service does when somebody leaves, before their rows go: seats go on, visits are called off, others are told. */
export type Leaving = (trx: Trx, personId: string, now: Date) => Promise<void>

/** All that the services say of the people in them; composed where every service is known. */
export interface Privacy extends Engine {
  /** In the order in which rows go: what refers to something stands before it. */
  inventory: readonly PersonalData[]
  consentSources: Partial<Record<ConsentPurpose, ConsentSource>>
  /** What is erased when a consent is taken back. */
  onWithdrawn: Partial<Record<ConsentPurpose, Leaving>>
  leaving: readonly Leaving[]
}
