import type { ChildcareCentreConfig } from '@little-bench/config/model'
import { AGE_BANDS, seatsOf } from '@little-bench/shared/childcare/age-bands'
import type { ChildcareCentre } from '@little-bench/shared/childcare/contract'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import type { ServiceDate } from '@little-bench/shared/kernel/time'
import { WAITLIST_REASONS, WAITLIST_TEXT } from '@little-bench/shared/scheduling/waitlist'
import type { z } from 'zod'

/** A centre as everybody may read it, with the rules that are in force today. */
export const presentCentre = (
  { id, name, address, phone, hours, groups, sessions, admission, demo }: ChildcareCentreConfig,
  { language, today }: { language: Language; today: ServiceDate },
): z.input<typeof ChildcareCentre> => ({
  id,
  name: inLanguage(name, language),
  address: inLanguage(address, language),
  phone,
  hours: inLanguage(hours, language),
  groups: groups.map((group) => ({ id: group.id, name: inLanguage(group.name, language), ...sizeOf(group) })),
  sessions: [...sessions],
  rules: admission
    .filter(({ from, until }) => from <= today && (until === null || today <= until))
    .map(({ because }) => inLanguage(because, language)),
  waitlistOrder: WAITLIST_REASONS.map((reason) => inLanguage(WAITLIST_TEXT[reason], language)),
  isDemo: demo,
})

/** The band of a group in months, its carers and how many children they may look after. */
export const sizeOf = ({ bandId, carers }: Pick<ChildcareCentreConfig['groups'][number], 'bandId' | 'carers'>) => {
  const band = AGE_BANDS.find(({ id }) => id === bandId)
  if (!band) throw new Error(`no age band ${bandId}`)
  const { fromMonths, belowMonths } = band
  return { bandId, fromMonths, belowMonths, carers, seats: seatsOf(band, carers) }
}
