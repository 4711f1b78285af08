import type { Context } from '../platform/context.ts'
import type { FileStorage } from './storage.ts'

/** What the engine works with. */
export interface Files extends Context {
  storage: FileStorage
  /** Pictures are unpacked one after the other, in the same room: ten at once would need ten times the memory. */
  inTurn<Result>(work: (room: Buffer) => Promise<Result>): Promise<Result>
}

/** The form that every kind has. */
export const FULL = 'full'

/** Names spread over folders by the last digits, which are random. */
export const keyOf = (fileId: string, rendition: string): string => `${fileId.slice(-2)}/${fileId}/${rendition}`
