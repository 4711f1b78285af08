import type { CommunityConfig, Position } from '@little-bench/config/model'
import type { Service } from '@little-bench/shared/communities/duty'
import type { LocalText } from '@little-bench/shared/kernel/language'
import type { WorkItemEventKind } from '@little-bench/shared/work-queue/events'
import type { Move } from '@little-bench/shared/work-queue/lifecycle'
import type { RoutingInput } from '@little-bench/shared/work-queue/routing'
import type { Database, Trx } from '../platform/db/database.ts'
import type { WorkItemRow } from './work-item.repository.ts'

/** What a category of a service decides about an item: its queue, its promises and who may ever see it. */
export interface ItemCategory extends Omit<RoutingInput, 'gridCellId'> {
  name: LocalText
  group: LocalText
  deadlineClass: string
  priority: number
  isConfidential: boolean
  /** False where only the person may speak for themselves: no proxy ever sees the item. */
  isDelegable: boolean
  /** Raised by the house about somebody who never asked for it, and so cannot withdraw it. */
  isRaisedByHouse?: boolean
  /** Who does it when it is not ours, and what to say then. */
  notOurs: { destination: LocalText; phone: string | null; reply: LocalText | null } | null
}

/** Where a subject is: a place of the community, a map position, or neither. */
export interface SubjectPlace {
  placeId: string | null
  position: Position | null
}

/** What the engine carries from one service to another, and nothing else. */
export interface Conversion {
  communityId: string
  fromWorkItemId: string
  /** For what is made of it, taken before the transaction began. */
  receiptNumber: string
  requesterId: string
  /** What the resident agreed to carry over. */
  agreed: string
}

/** One part of an item that was split, and where it lies when somebody said so. */
export interface SubjectPart {
  workItemId: string
  placeId: string | null
}

/** What a feature does for its items, inside the transaction of the move. Whatever it leaves out cannot be done. */
export interface SubjectHandlers {
  /** The moves that the desk offers for its items; all that there are when left out. */
  moves?: readonly Move[]
  /**
   * The feature itself says whatever there is to say about its items, and keeps their words: the engine tells the
   * requester nothing, and takes no note and no reply.
   */
  speaksForItself?: true
  onMoved?(trx: Trx, item: WorkItemRow, event: WorkItemEventKind, now: Date): Promise<void>
  listCategories?(community: CommunityConfig): readonly ItemCategory[]
  /** Changes the category of the subject. Answers the item's new title. */
  recategorise?(trx: Trx, item: WorkItemRow, category: ItemCategory): Promise<{ title: string }>
  /** Changes the place of the subject. Errors: `unknown_place`. */
  relocate?(
    trx: Trx,
    item: WorkItemRow,
    community: CommunityConfig,
    placeId: string,
  ): Promise<{ title: string; gridCellId: string | null }>
  /** Takes note of the parts that an item was split into. */
  onSplit?(
    trx: Trx,
    item: WorkItemRow,
    parts: readonly SubjectPart[],
    by: { personId: string; now: Date },
  ): Promise<void>
  /** Hands the subject over to whoever the item is handed over to. */
  rebind?(trx: Trx, item: WorkItemRow, personId: string): Promise<void>
  /** Where subjects of one community are, by subject id. */
  locate?(db: Database, communityId: string, subjectIds: readonly string[]): Promise<Map<string, SubjectPlace>>
  /** Whether it takes items over in a community; everywhere when left out. */
  isOfferedIn?(community: CommunityConfig): boolean
  /** Makes a subject and an item of this service out of another service's item. */
  acceptConversion?(trx: Trx, conversion: Conversion, now: Date): Promise<void>
}

/** The features' handlers by service: the engine calls them and never imports a feature. */
export class Subjects {
  readonly #byService = new Map<Service, SubjectHandlers>()

  register(service: Service, handlers: SubjectHandlers): void {
    this.#byService.set(service, handlers)
  }

  of(service: Service): SubjectHandlers {
    return this.#byService.get(service) ?? {}
  }

  async moved(trx: Trx, item: WorkItemRow, event: WorkItemEventKind, now: Date): Promise<void> {
    await this.of(item.service).onMoved?.(trx, item, event, now)
  }

  /** Undefined when the category has since left the catalogue, or the service has none. */
  categoryOf(service: Service, community: CommunityConfig, serviceCode: string): ItemCategory | undefined {
    return this.of(service)
      .listCategories?.(community)
      .find((category) => category.serviceCode === serviceCode)
  }

  async locate(
    db: Database,
    service: Service,
    communityId: string,
    subjectIds: readonly string[],
  ): Promise<Map<string, SubjectPlace>> {
    return (await this.of(service).locate?.(db, communityId, subjectIds)) ?? new Map()
  }

  /** Services that an item of this one can be turned into. */
  conversionTargets(service: Service, community: CommunityConfig): Service[] {
    return [...this.#byService].flatMap(([target, handlers]) =>
      target !== service && handlers.acceptConversion && (handlers.isOfferedIn?.(community) ?? true) ? [target] : [],
    )
  }
}
