import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import type { NotOurs } from '@little-bench/shared/work-queue/item.contract'
import type { z } from 'zod'
import type { Engine } from './engine.ts'
import { circumstancesOf } from './item-facts.ts'
import { findNotOursEntry } from './not-ours.repository.ts'
import type { WorkItemRow } from './work-item.repository.ts'

/**
 * Where the requester of an item that was not ours goes instead: what staff named when they closed it, in the reader's
 * language where the catalogue has it. Null for every other item, also for one that is open again.
 */
export const notOursOf = async (
  engine: Engine,
  item: WorkItemRow,
  language: Language,
): Promise<z.input<typeof NotOurs> | null> => {
  if (item.outcome !== 'not_ours') return null
  const entry = await findNotOursEntry(engine.db, item)
  const { community } = circumstancesOf(engine, item)
  const known = engine.subjects.categoryOf(item.service, community, item.service_code)?.notOurs
  const isKnown = known && (!entry || entry.destination === known.destination.zh)
  if (isKnown) {
    return { destination: inLanguage(known.destination, language), phone: entry ? entry.phone : known.phone }
  }
  return entry ? { destination: entry.destination, phone: entry.phone } : null
}
