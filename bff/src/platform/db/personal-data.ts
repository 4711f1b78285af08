import type { LoadedConfig } from '@little-bench/config/model'
import { findPlace } from '@little-bench/config/places'
import { inLanguage, type Language, type LocalText } from '@little-bench/shared/kernel/language'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import { RETENTION, type RetentionName } from '@little-bench/shared/privacy/retention'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Sealer } from '../crypto/sealer.ts'
import type { Trx } from './database.ts'
import type { DB } from './tables.generated.ts'

/** A row of any table, as it came from the database. */
export type HeldRow = Readonly<Record<string, unknown>>

/** With what a row is put into words. */
export interface Saying {
  config: LoadedConfig
  sealer: Sealer
  language: Language
}

/** A condition on the row `held`. */
type Condition = RawBuilder<SqlBool>

/** What becomes of a column when somebody reads what is kept of them. */
export type ColumnUse =
  | { kind: 'said'; name: string; say(value: unknown, row: HeldRow, saying: Saying): string }
  /** Staff who read something, by name: whoever looks is known to whoever is looked at. */
  | { kind: 'staff'; name: string }
  /** How it is kept, who else was there, or what another entry says already: not theirs to read here. */
  | { kind: 'left_out'; because: 'ours' | 'somebody_else' | 'said_elsewhere' }

/** What happens to the rows when the account is closed. */
export type Closing =
  | { does: 'delete' }
  /** `because`: why the rest stays. */
  | { does: 'delete_some'; only: Condition; because: LocalText }
  | { does: 'clear'; set: Clearing; because: LocalText }
  | { does: 'keep'; because: LocalText }

/** What columns are set to, at an instant; a value may be an expression of the row. */
export type Clearing = (now: string) => Readonly<Record<string, unknown>>

/** Up to which instant, and which day in Asia/Shanghai, everything older is due. */
export interface Cutoff {
  at: string
  on: string
}

/** When rows are due, by a rule that everybody can read, and whether they go or forget. */
export interface Expiry {
  rule: RetentionName
  isDue(cutoff: Cutoff): Condition
  /** Columns that are set; left out, the row goes. */
  set?: Clearing
}

/** One table of personal data: whose rows, what they say, and how long they are kept. It lives with whoever owns the table. */
export interface PersonalData {
  table: keyof DB
  /** What it is called in the list that somebody gets. */
  name: LocalText
  /** The rows of a person. */
  whose(personId: string): Condition
  /** Of these only so many are shown to them: whoever presses a person may hold their phone. */
  shown?(personId: string): Condition
  /** Of these only so many to staff who sit beside them: what nobody may do for somebody, nobody reads for them. */
  shownToStaff?: Condition
  columns: Readonly<Record<string, ColumnUse>>
  closing: Closing
  /** Without one: as long as there is an account, or until its own page or job ends it. */
  expiries: readonly Expiry[]
  /** What else goes with rows that are deleted: bytes in a storage. In the same transaction. */
  alsoGone?(trx: Trx, rows: readonly HeldRow[]): Promise<void>
}

/** Every column has its word: one that is added later is a mistake of types until somebody says what it is. */
type Explained<Table extends keyof DB> = Omit<PersonalData, 'table' | 'columns' | 'expiries'> & {
  table: Table
  columns: { readonly [Column in keyof DB[Table]]: ColumnUse }
  expiries?: readonly Expiry[]
}

export const personalData = <Table extends keyof DB>({ expiries = [], ...data }: Explained<Table>): PersonalData => ({
  ...data,
  expiries,
})

export const OURS: ColumnUse = { kind: 'left_out', because: 'ours' }
export const SOMEBODY_ELSE: ColumnUse = { kind: 'left_out', because: 'somebody_else' }
export const SAID_ELSEWHERE: ColumnUse = { kind: 'left_out', because: 'said_elsewhere' }

type Words = Readonly<Record<string, LocalText>>

/** A column as it is, or with a word for each of its values. */
export const says = (name: string, words: Words = {}): ColumnUse => ({
  kind: 'said',
  name,
  say: (value, _row, { language }) => plainWords(value, words, language),
})

/** A column whose words need the whole row. */
export const saysOf = (name: string, say: (row: HeldRow, saying: Saying) => string): ColumnUse => ({
  kind: 'said',
  name,
  say: (_value, row, saying) => say(row, saying),
})

/** A courtyard as people call it. */
export const saysPlace = (name: string): ColumnUse =>
  saysOf(name, (row, { config, language }) => {
    const community = config.communities.get(textIn(row, 'community_id') ?? '')
    const place = community && findPlace(community, textIn(row, 'place_id') ?? '')
    return place ? inLanguage(place.name, language) : ''
  })

/** A text of the row; null where there is none. */
export const textIn = (row: HeldRow, column: string): string | null => {
  const value = row[column]
  return typeof value === 'string' ? value : null
}

export const staffWho = (name: string): ColumnUse => ({ kind: 'staff', name })

/** A sealed column, opened. */
export const opens = (name: string, purposeOf: (row: HeldRow) => string): ColumnUse => ({
  kind: 'said',
  name,
  say: (value, row, { sealer }) => (typeof value === 'string' ? sealer.open(value, purposeOf(row)) : ''),
})

/** One of the columns of the row itself names the person. */
export const by =
  (...columns: readonly string[]) =>
  (personId: string): Condition =>
    sql<SqlBool>`(${sql.join(
      columns.map((column) => sql`held.${sql.ref(column)} = ${personId}`),
      sql` or `,
    )})`

/** The row belongs to one of another table: `column` holds its id, and that table's `owner` names the person. */
export const through =
  (table: keyof DB, { column, owner }: { column: string; owner: string }) =>
  (personId: string): Condition =>
    sql<SqlBool>`exists (select from ${sql.table(table)} as parent where parent.community_id = held.community_id
      and parent.id = held.${sql.ref(column)} and parent.${sql.ref(owner)} = ${personId})`

/** Not for staff, whoever they help. */
export const NOT_FOR_STAFF = sql<SqlBool>`false`

/** An instant of the row is older. */
export const olderThan =
  (column: string) =>
  ({ at }: Cutoff): Condition =>
    sql<SqlBool>`held.${sql.ref(column)} < ${at}::timestamptz`

/** A day of the row is older. */
export const beforeDay =
  (column: string) =>
  ({ on }: Cutoff): Condition =>
    sql<SqlBool>`held.${sql.ref(column)} < ${on}::date`

export const cutoffOf = (rule: RetentionName, now: Date): Cutoff => {
  const at = new Date(now.getTime() - RETENTION[rule].days * 86_400_000)
  const on = shanghaiTime(at).date
  return { at: at.toISOString(), on }
}

/** Its rows go when the account is closed. */
export const DELETED: Closing = { does: 'delete' }

/** The first time counts: what was ended before stays ended then. */
export const endedNow = (column: string, now: string) => sql`coalesce(held.${sql.ref(column)}, ${now}::timestamptz)`

/** Whose things are when it is forgotten whose they were; made when it is first needed. */
export const NOBODY_ID = '00000000-0000-7000-8000-000000000000'
export const NOBODY_NAME = '已注销居民'

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const YES: LocalText = { zh: '是' }
const NO: LocalText = { zh: '否' }

/** In words as far as there are any: instants as the clock in Lhasa shows them, lists with 、 between. */
const plainWords = (value: unknown, words: Words, language: Language): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return inLanguage(value ? YES : NO, language)
  if (Array.isArray(value)) return value.map((each) => plainWords(each, words, language)).join('、')
  if (typeof value === 'object') return JSON.stringify(value)
  const text = `${value as string | number}`
  const word = words[text]
  if (word) return inLanguage(word, language)
  return INSTANT.test(text) ? spokenInstant(text) : text
}

const spokenInstant = (instant: string): string => {
  const { date, minute } = shanghaiTime(new Date(instant))
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
