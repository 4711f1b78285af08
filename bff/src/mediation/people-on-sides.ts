import { hasAccount, isKnownPerson, peopleWithPhone } from '../people/index.ts'
import type { Engine } from '../work-queue/index.ts'
import type { Parties, PartyRow } from './case.repository.ts'
import { openAtOrNull } from './sealed-case.ts'

/**
 * Everybody who may be a side of a case: by their account, or because theirs is the telephone that was given for the other
 * side. Nobody of them works on it.
 */
export const peopleOnSides = async (
  engine: Engine,
  { applicant, respondent }: Parties,
): Promise<ReadonlySet<string>> => {
  const phone = phoneOf(engine, respondent)
  const reached = phone === null ? [] : await peopleWithPhone(engine, phone)
  return new Set([applicant.person_id, respondent.person_id, ...reached].filter((id) => id !== null))
}

/** The number of a side to be called, because no message reaches it; null when one does, or nobody knows a number. */
export const phoneToTell = async (engine: Engine, party: PartyRow): Promise<string | null> => {
  const { person_id: personId } = party
  const isTold =
    personId !== null && (await isKnownPerson(engine.db, personId)) && (await hasAccount(engine.db, personId))
  return isTold ? null : phoneOf(engine, party)
}

const phoneOf = ({ sealer }: Engine, { id, sealed_phone: sealed }: PartyRow): string | null =>
  openAtOrNull(sealer, 'phone', id, sealed)
