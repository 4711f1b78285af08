/** What the desk calls what somebody asks about their own data. */
export const REQUEST_CODES = { correction: 'data_correction', deletion: 'data_deletion' } as const

/** By when it is answered: a deadline class that the configuration must have. */
export const REQUEST_DEADLINE = '15wd'
