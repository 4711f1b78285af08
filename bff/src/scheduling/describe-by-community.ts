import type { BookingRow } from './booking.repository.ts'
import type { BookingDescription } from './scheduling.ts'

/** Describes bookings of several communities, those of one together: in a few look-ups, however many they are. */
export const describeByCommunity = async (
  bookings: readonly BookingRow[],
  describeIn: (communityId: string, own: readonly BookingRow[]) => Promise<[string, BookingDescription][]>,
): Promise<Map<string, BookingDescription>> => {
  const described = new Map<string, BookingDescription>()
  for (const communityId of new Set(bookings.map(({ community_id: id }) => id))) {
    const own = bookings.filter(({ community_id: id }) => id === communityId)
    for (const [id, description] of await describeIn(communityId, own)) described.set(id, description)
  }
  return described
}
