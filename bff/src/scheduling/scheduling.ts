import type { CommunityConfig } from '@little-bench/config/model'
import type { Language } from '@little-bench/shared/kernel/language'
import type { SlotPattern, SlotService } from '@little-bench/shared/scheduling/slots'
import type { ServiceCalendar } from '@little-bench/shared/work-queue/deadline'
import type { Database, Trx } from '../platform/db/database.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import type { BookingRow } from './booking.repository.ts'
import type { SlotRow } from './slot.repository.ts'

/** Something with slots: a canteen, a group of a childcare centre, an activity. */
export interface BookableResource {
  /** One word, unique in its community. */
  resourceId: string
  patterns: readonly SlotPattern[]
  calendar: ServiceCalendar
  /** So many days from today on can be booked. */
  daysAhead: number
}

/** What a booking is called where all bookings stand in one list. */
export interface BookingDescription {
  title: string
  placeName: string
  /** Dishes, the group, what to bring; null when there is nothing to add. */
  summary: string | null
  /** For which child; null for the person. */
  childName: string | null
  code: string | null
  /** The queue that works on it; null while there is no seat. */
  queueId: string | null
}

/** What a service knows of its bookings; whatever happens in a move is called in its transaction. */
export interface BookingHandlers {
  /** What of this service can be booked in a community, as it is configured now. */
  resourcesOf(community: CommunityConfig): readonly BookableResource[]
  /**
   * Whether this viewer may have a seat of the slot, for themselves or for a child of theirs; answers whose seat it is.
   * Throws the code that says why not.
   */
  admit(
    trx: Trx,
    slot: SlotRow,
    asking: { viewer: Viewer; childId: string | null },
    now: Date,
  ): Promise<{ subjectId: string }>
  /** By booking id; a booking that is not this service's is left out. */
  describe(db: Database, bookings: readonly BookingRow[], language: Language): Promise<Map<string, BookingDescription>>
  /** A freed seat is kept for somebody who waited, until `expiresAt` of the booking. */
  onOffered(trx: Trx, booking: BookingRow, slot: SlotRow, now: Date): Promise<void>
  /** They take the seat: what they had wished for becomes real, or it throws why it cannot. */
  onAccepted(trx: Trx, booking: BookingRow, slot: SlotRow, by: { actorId: string; now: Date }): Promise<void>
  /**
   * A seat that was held or offered was given up because nobody answered, or the wait ended with the cut-off; `was` tells
   * which.
   */
  onExpired(
    trx: Trx,
    booking: BookingRow,
    slot: SlotRow,
    { was, now }: { was: BookingRow['state']; now: Date },
  ): Promise<void>
  /** The house closed the slot: nobody comes, and nobody pays. */
  onSlotCancelled(trx: Trx, booking: BookingRow, slot: SlotRow, now: Date): Promise<void>
  /** The slot is over and they did not come. */
  onMissed(trx: Trx, booking: BookingRow, slot: SlotRow, now: Date): Promise<void>
}

/** The services that take bookings: the engine calls them and never imports one. */
export class BookingServices {
  readonly #byService = new Map<SlotService, BookingHandlers>()

  register(service: SlotService, handlers: BookingHandlers): void {
    this.#byService.set(service, handlers)
  }

  of(service: SlotService): BookingHandlers {
    const handlers = this.#byService.get(service)
    if (!handlers) throw new Error(`nobody takes bookings of ${service}`)
    return handlers
  }

  all(): [SlotService, BookingHandlers][] {
    return [...this.#byService]
  }
}

/** The engine of seats: the work queue it makes items in, and the services that take bookings. */
export interface Scheduling extends Engine {
  services: BookingServices
}
