import { v7 as uuidv7 } from 'uuid'
import type { Sealer } from '../platform/crypto/sealer.ts'
import { sealedColumn } from '../platform/db/sealed-column.ts'
import type { CallLineRow } from './call-list.repository.ts'

/** Numbers that were given for one call. */
export const CALL_PHONES = sealedColumn('call_line', 'sealed_phone')

/** The id is that of the line: elsewhere the number does not open. */
export const sealPhone = (sealer: Sealer, phone: string): { lineId: string; sealedPhone: string } => {
  const lineId = uuidv7()
  return { lineId, sealedPhone: sealer.seal(phone, CALL_PHONES.purposeOf(lineId)) }
}

/** By call; the newest counts. */
export const openPhones = (sealer: Sealer, lines: readonly CallLineRow[]): ReadonlyMap<string, string> =>
  new Map(
    lines.flatMap((line) =>
      line.sealed_phone === null
        ? []
        : [[line.call_id, sealer.open(line.sealed_phone, CALL_PHONES.purposeOf(line.id))] as const],
    ),
  )
