/** What a calendar is told of a booking: never whose it is. */
export interface CalendarEntry {
  id: string
  title: string
  startsAt: string
  endsAt: string
  place: string
}
