import { newFieldKeys } from '../bin/field-keys.mjs'

/** Keys belong to a database and outlive its servers: every server of these tests, and the one after a kill, has the same. */
export const TEST_KEYS = newFieldKeys()
