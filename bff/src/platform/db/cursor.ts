import { AppError } from '@little-bench/shared/kernel/errors'

/** A page of rows and the cursor of the next one. */
export interface Page<Row> {
  rows: Row[]
  nextCursor: string | null
}

/** Cuts the one row that was read too many, which tells whether there is a next page. */
export const pageOfRows = <Row>(rows: Row[], limit: number, cursorOf: (row: Row) => string[]): Page<Row> => {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    rows: rows.slice(0, limit),
    nextCursor: last === undefined ? null : Buffer.from(cursorOf(last).join('|')).toString('base64url'),
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const invalid = () =>
  new AppError('validation_failed', [{ field: 'cursor', message: '翻页的位置不对，请从第一页看起。' }])

/** The id that a cursor stands for. Errors: `validation_failed` for a cursor that we never gave. */
export const idOfCursor = (cursor: string | undefined): string | undefined => {
  if (cursor === undefined) return undefined
  const id = Buffer.from(cursor, 'base64url').toString()
  if (!UUID.test(id)) throw invalid()
  return id
}

/** PostgreSQL refuses the 30th of February and the year 0000, which Date takes. */
const isOurInstant = (text: string): boolean => {
  const instant = new Date(text)
  return !Number.isNaN(instant.getTime()) && /^[1-9]\d{3}-/.test(text) && instant.toISOString() === text
}

/** The instant and id that a cursor stands for. */
export const instantAndIdOfCursor = (cursor: string | undefined): { at: string; id: string } | undefined => {
  if (cursor === undefined) return undefined
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split('|')
  if (!UUID.test(id) || !isOurInstant(at)) throw invalid()
  return { at, id }
}

/** The day and id that a cursor stands for. */
export const dayAndIdOfCursor = (cursor: string | undefined): { on: string; id: string } | undefined => {
  if (cursor === undefined) return undefined
  const [on = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split('|')
  if (!UUID.test(id) || !isOurInstant(`${on}T00:00:00.000Z`)) throw invalid()
  return { on, id }
}

/** The same of a list that something goes before instants in, the lowest rank first. */
export const rankInstantAndIdOfCursor = (
  cursor: string | undefined,
): { rank: number; at: string; id: string } | undefined => {
  const position = instantAndIdOfCursor(cursor)
  if (cursor === undefined || position === undefined) return undefined
  const [, , rank = ''] = Buffer.from(cursor, 'base64url').toString().split('|')
  if (!/^-?\d$/.test(rank)) throw invalid()
  return { rank: Number(rank), ...position }
}
