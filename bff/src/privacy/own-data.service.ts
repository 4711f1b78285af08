import { inLanguage } from '@little-bench/shared/kernel/language'
import { homeCommunityOf, namesByPersonId, recordReads } from '../people/index.ts'
import type { Trx } from '../platform/db/database.ts'
import { type HeldRow, type PersonalData, type Saying, textIn } from '../platform/db/personal-data.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { listRowsOf } from './personal-row.repository.ts'
import type { Privacy } from './privacy.ts'

/** One kind of what is kept of somebody, in words. */
export interface OwnDataSection {
  name: string
  /** What each column is called. */
  fields: Readonly<Record<string, string>>
  rows: readonly Readonly<Record<string, string>>[]
  /** How many more there are than are shown. */
  more: number
}

/** Nobody has more of one kind in years; whoever has is told how many are left out. */
const MOST_ROWS = 5_000

/**
 * Everything that is kept of the viewer. At the counter the read leaves a line, and what staff may not read for somebody
 * is not in it: mediation, what nobody may do for them, photos and notices.
 */
export const readOwnData = (privacy: Privacy, viewer: Viewer): Promise<OwnDataSection[]> => {
  const now = privacy.clock.now()
  return inTransaction(privacy.db, now, PLAIN_WRITE, async (trx) => {
    if (viewer.authority !== null) await leaveLine(trx, viewer, now)
    const sections: OwnDataSection[] = []
    for (const data of privacy.inventory) {
      const section = await readSection(privacy, trx, data, viewer)
      if (section.rows.length > 0 && Object.keys(section.fields).length > 0) sections.push(section)
    }
    return sections
  })
}

const leaveLine = (trx: Trx, { actorId, personId, roles }: Viewer, now: Date): Promise<void> => {
  const communityId = homeCommunityOf(roles) ?? ''
  return recordReads(trx, { communityId, readerId: actorId, what: 'own_data' }, [personId], now)
}

const readSection = async (
  { config, sealer }: Privacy,
  trx: Trx,
  data: PersonalData,
  { personId, language, authority }: Viewer,
): Promise<OwnDataSection> => {
  const { rows, total } = await listRowsOf(trx, data, { personId, isBesideStaff: authority !== null }, MOST_ROWS)
  const staff = await namesByPersonId({ db: trx }, staffIn(data, rows))
  const saying: Saying = { config: config(), sealer, language }
  const shown = Object.entries(data.columns).flatMap(([column, use]) =>
    use.kind === 'left_out' ? [] : [{ column, use }],
  )
  return {
    name: inLanguage(data.name, language),
    fields: Object.fromEntries(shown.map(({ column, use }) => [column, use.name])),
    rows: rows.map((row) =>
      Object.fromEntries(
        shown.map(({ column, use }) => {
          const value = row[column]
          return [column, use.kind === 'staff' ? (staff.get(String(value))?.full ?? '') : use.say(value, row, saying)]
        }),
      ),
    ),
    more: total - rows.length,
  }
}

const staffIn = ({ columns }: PersonalData, rows: readonly HeldRow[]): string[] =>
  Object.entries(columns).flatMap(([column, { kind }]) =>
    kind === 'staff' ? rows.flatMap((row) => textIn(row, column) ?? []) : [],
  )
