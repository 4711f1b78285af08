import { z } from 'zod'

/** Keyset pages: pass `nextCursor` back as `cursor`; null means the end. Never an offset. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })

export const pageQuery = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number<string | number>().int().min(1).max(50).default(20),
}

/** An instant as ISO 8601 in UTC. */
export const instant = z.iso.datetime({ offset: true })

/**
 * A day in Asia/Shanghai, `1949-10-01`. Years that no life and no promise reaches are a slip of the finger, and the database
 * knows no year zero.
 */
export const serviceDate = z.iso
  .date()
  .refine((date) => date >= '1800' && date < '2201', { message: 'date_out_of_range' })
