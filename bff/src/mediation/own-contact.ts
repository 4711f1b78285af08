import { AppError } from '@little-bench/shared/kernel/errors'
import { contactsByPersonId } from '../people/index.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'

interface Named {
  name: string
  phone?: string | undefined
}

/**
 * The name and number of whoever asks for mediation, who must not be the other side too. Errors: `respondent_is_yourself`.
 */
export const requireSomebodyElse = async (engine: Engine, viewer: Viewer, respondent: Named): Promise<Named> => {
  const known = (await contactsByPersonId(engine, [viewer.personId])).get(viewer.personId)
  const own = { name: known?.name ?? viewer.name, phone: known?.phone ?? undefined }
  if (isSamePerson(own, respondent)) throw new AppError('respondent_is_yourself')
  return own
}

const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '')

/** Many here share a name, and a household a number: only both together are one person. */
const isSamePerson = (one: Named, other: Named): boolean =>
  plain(one.name) === plain(other.name) && (other.phone === undefined || other.phone === one.phone)
