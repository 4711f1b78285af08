/** Whether the database refused a row because of this constraint or unique index. */
export const violates = (error: unknown, constraint: string): boolean =>
  typeof error === 'object' && error !== null && 'constraint' in error && error.constraint === constraint

/** Unique, exclusion and check violations (SQLSTATE class 23): the row contradicts what is there. */
const REFUSALS = ['23505', '23P01', '23514']

/** Whether the database refused a row because it contradicts others, or itself. */
export const isRefusal = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && REFUSALS.includes(String(error.code))
