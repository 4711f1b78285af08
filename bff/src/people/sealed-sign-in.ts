import { sealedColumn } from '../platform/db/sealed-column.ts'

/** What signing in must keep and nobody may read in the database. */
export const SEALED_SIGN_IN = {
  phone: sealedColumn('phone_code', 'sealed_phone'),
  invitedName: sealedColumn('staff_invitation', 'sealed_name'),
  totpSecret: sealedColumn('staff_totp', 'sealed_secret'),
} as const

/** A code on its way to a telephone, in a job that waits. */
export const sentCodePurpose = (requestId: string): string => `phone_code:${requestId}:code`
