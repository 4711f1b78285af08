import { textLength } from '@little-bench/shared/kernel/text'

/** What somebody has chosen so far, as it is kept on the phone. */
export interface BookingDraft extends Record<string, string | null> {
  centreId: string | null
  on: string | null
  session: string | null
  /** Ids with commas between; null until somebody has ticked or unticked one. */
  childIds: string | null
  note: string
}

export const EMPTY_BOOKING: BookingDraft = { centreId: null, on: null, session: null, childIds: null, note: '' }

const MAX_NOTE = 60

export const isNoteLong = ({ note }: BookingDraft): boolean => textLength(note.trim()) > MAX_NOTE

export const idsOf = (childIds: string): string[] => childIds.split(',').filter((id) => id !== '')
