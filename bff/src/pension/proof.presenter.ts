import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import type { ProofOfLife, VisitCard } from '@little-bench/shared/pension/contract'
import { proofStanding, reminderDays } from '@little-bench/shared/pension/windows'
import type { z } from 'zod'
import type { PersonNames } from '../people/index.ts'
import type { PensionCommunity } from './pension-community.ts'
import type { DoneRow, ProofRow } from './proof.repository.ts'

export type ProofView = z.input<typeof ProofOfLife>

interface Shown {
  community: PensionCommunity
  /** Undefined for somebody of whom nothing was ever written down. */
  proof: ProofRow | undefined
  lastDone: DoneRow | undefined
  names: ReadonlyMap<string, PersonNames>
  visit: z.input<typeof VisitCard> | null
}

interface Reader {
  personId: string
  actorId: string
  language: Language
  today: ServiceDate
}

/** Where somebody stands, as they or whoever acts for them read it. */
export const presentProof = ({ community, proof, lastDone, names, visit }: Shown, reader: Reader): ProofView => {
  const { rule, ruleText, channels, offices } = community.pension
  const { language, today, personId, actorId } = reader
  const known = { since: proof?.since ?? today, lastDoneOn: lastDone?.done_on ?? null }
  const standing = proofStanding(rule, known, today)
  return {
    communityId: community.id,
    forWhom: { name: names.get(personId)?.masked ?? '', isYou: personId === actorId },
    ...standing,
    rule: inLanguage(ruleText, language),
    lastDone: lastDone ? presentDone(lastDone, names, actorId) : null,
    way: proof?.way ?? null,
    channels: channels.map(({ id, name, link, steps }) => ({
      id,
      name: inLanguage(name, language),
      link,
      steps: steps.map((step) => inLanguage(step, language)),
    })),
    offices: offices.map(({ name, address, phone, hours }) => ({
      name: inLanguage(name, language),
      address: inLanguage(address, language),
      phone,
      hours: inLanguage(hours, language),
    })),
    remindsOn: reminderDays(standing, today),
    visit,
  }
}

/** Staff act for the community by their whole name; a person or a relative is masked. */
const presentDone = (
  { done_on: on, evidence, recorded_by: recordedBy, recorded_as: recordedAs }: DoneRow,
  names: ReadonlyMap<string, PersonNames>,
  actorId: string,
): NonNullable<ProofView['lastDone']> => {
  const isStaff = recordedAs === 'counter' || recordedAs === 'visitor'
  const by = names.get(recordedBy)
  return { on, evidence, by: (isStaff ? by?.full : by?.masked) ?? '', isByYou: recordedBy === actorId }
}
