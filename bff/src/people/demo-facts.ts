import type { DemoPerson, LoadedConfig } from '@little-bench/config/model'
import { addDays, type ServiceDate, shanghaiTime } from '@little-bench/shared/kernel/time'
import { FACT_RULES, verifiedUntilOf } from '@little-bench/shared/people/facts'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../platform/context.ts'
import type { Trx } from '../platform/db/database.ts'
import { claimedFact } from './fact-rules.ts'
import { hasFactOfKind, insertFact, lockFactsOf } from './resident-fact.repository.ts'

/** So long they have lived here: what was said the day before counts today. */
const KNOWN_FOR_DAYS = 1

const staffOf = (config: LoadedConfig, { roles }: DemoPerson): string | undefined => {
  const home = roles.find(({ role }) => role === 'resident')?.communityId
  return config.demoPeople.find((person) =>
    person.roles.some(({ role, communityId }) => role === 'community_staff' && communityId === home),
  )?.id
}

const verification = (by: string, kind: keyof typeof FACT_RULES, today: ServiceDate) => ({
  verified_by: by,
  verified_on: today,
  verified_until: verifiedUntilOf(kind, today),
  evidence: FACT_RULES[kind].evidence[0] ?? null,
})

/**
 * Writes down what the configuration says of a demonstration person. A kind of which anything was ever said stays as it is:
 * who took something back on a demonstration server has taken it back.
 */
export const loadDemoFacts = async (context: Context, trx: Trx, person: DemoPerson, now: Date): Promise<void> => {
  if (person.facts.length === 0) return
  const today = addDays(shanghaiTime(now).date, -KNOWN_FOR_DAYS)
  const verifiedBy = staffOf(context.config(), person)
  await lockFactsOf(trx, person.id)
  for (const { content, isVerified } of person.facts) {
    if (await hasFactOfKind(trx, person.id, content.kind)) continue
    const fact = claimedFact(context, { id: uuidv7(), personId: person.id, content, claimedBy: person.id, now, today })
    const isChecked = isVerified && verifiedBy !== undefined
    await insertFact(trx, { ...fact, ...(isChecked && verification(verifiedBy, content.kind, today)) })
  }
}
