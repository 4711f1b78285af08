/** When all pictures are taken: a Tuesday of work, early enough for the meals and the childcare of the days after. */
export const MOMENT = new Date('2026-11-24T10:00:00+08:00')

/** What whoever looks has on the clock: later than all that the server did before, and by the same each time. */
export const LOOKED_AT = new Date('2026-11-24T10:05:00+08:00')
