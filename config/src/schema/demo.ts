import { z } from 'zod'

/** True where no source prints the value, so that the page showing it can say 示范. Never left out: whoever writes decides. */
export const demo = z.boolean()
