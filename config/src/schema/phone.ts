import { z } from 'zod'

/** Digits and hyphens, as it is dialled. */
export const phone = z.string().regex(/^[0-9][0-9-]{2,15}$/, 'must be digits and hyphens, in quotes')
