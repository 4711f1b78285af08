import type { CommunityConfig } from '@little-bench/config/model'
import { findPlace } from '@little-bench/config/places'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import type { RoundVisit } from '@little-bench/shared/pension/visit.contract'
import type { z } from 'zod'
import type { Contact, PersonNames } from '../people/index.ts'
import type { Sealer } from '../platform/crypto/sealer.ts'
import type { VisitRow } from './home-visit.repository.ts'
import { openAtOrNull } from './sealed-visit.ts'
import { showsDoor, showsName } from './visit.policy.ts'
import { codeOf } from './visit-card.presenter.ts'
import type { OutcomeRow } from './visit-outcome.repository.ts'
import { openReasons } from './visit-reasons.ts'

export type RoundVisitView = z.input<typeof RoundVisit>
type Said = RoundVisitView['others'][number]

/** Who reads of a round, and on which day. */
export interface RoundReader {
  readerId: string
  language: Language
  today: ServiceDate
  /** Whoever plans reads what visitors wrote down, to see to what follows. */
  plans: boolean
}

/** What is known around the visits of a round. */
export interface AroundVisits {
  community: CommunityConfig
  sealer: Sealer
  names: ReadonlyMap<string, PersonNames>
  contacts: ReadonlyMap<string, Contact>
  outcomes: readonly OutcomeRow[]
}

/** A visit as this reader may know it: where by the courtyard, and everything else for whoever goes there that day. */
export const presentRoundVisit = (visit: VisitRow, around: AroundVisits, reader: RoundReader): RoundVisitView => {
  const { sealer, names, contacts, community } = around
  const { id, person_id: personId, visitor_id: visitorId, visit_on: on } = visit
  const round = { visitorId: visitorId ?? '', on: on ?? '' }
  const isShown = showsDoor(round, visit.state, reader)
  const contact = contacts.get(personId)
  const masked = names.get(personId)?.masked ?? ''
  const counted = countingOf(visit, around.outcomes)
  return {
    id,
    state: visit.state,
    name: showsName(round, reader) ? (contact?.name ?? masked) : masked,
    placeName: inLanguage((findPlace(community, visit.place_id) ?? community).name, reader.language),
    door: isShown ? openAtOrNull(sealer, 'door', id, visit.sealed_door) : null,
    phone: isShown ? (contact?.phone ?? null) : null,
    reasons: isShown ? openReasons(sealer, id, visit.sealed_reasons) : null,
    note: isShown ? openAtOrNull(sealer, 'note', id, visit.sealed_note) : null,
    needsInterpreter: visit.needs_interpreter,
    from: visit.from_minute ?? 0,
    until: visit.until_minute ?? 0,
    code: isShown ? codeOf({ sealer }, visit) : null,
    isLocked: visit.locked_at !== null,
    outcome: counted ? presentSaid(counted, around, reader) : null,
    others: around.outcomes
      .filter((said) => said.visit_id === id && said !== counted)
      .map((said) => presentSaid(said, around, reader)),
    version: visit.version,
  }
}

/** What made the visit what it is; of one that is to be made again, nothing yet. */
const countingOf = ({ id, state }: VisitRow, outcomes: readonly OutcomeRow[]): OutcomeRow | undefined =>
  outcomes.findLast((said) => said.visit_id === id && said.outcome === state && said.standing === 'counts')

const presentSaid = (
  { id, outcome, happened_at: at, recorded_by: by, sealed_note: note }: OutcomeRow,
  { sealer, names }: AroundVisits,
  { readerId, plans }: RoundReader,
): Said => ({
  outcome,
  at,
  byName: names.get(by)?.full ?? '',
  isYours: by === readerId,
  note: plans || by === readerId ? openAtOrNull(sealer, 'outcomeNote', id, note) : null,
})
