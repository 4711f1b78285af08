import type { Service } from '@little-bench/shared/communities/duty'
import type { WorkItemEventKind } from '@little-bench/shared/work-queue/lifecycle'
import type { Trx } from '../platform/db/database.ts'
import type { WorkItemRow } from './work-item.repository.ts'

/** What a feature does when one of its items moves, inside the transaction of the move. */
export interface SubjectHandlers {
  onMoved?(trx: Trx, item: WorkItemRow, event: WorkItemEventKind, now: Date): Promise<void>
}

/** The features' handlers by service: the engine calls them and never imports a feature. */
export class Subjects {
  readonly #byService = new Map<Service, SubjectHandlers>()

  register(service: Service, handlers: SubjectHandlers): void {
    this.#byService.set(service, handlers)
  }

  async moved(trx: Trx, item: WorkItemRow, event: WorkItemEventKind, now: Date): Promise<void> {
    await this.#byService.get(item.service)?.onMoved?.(trx, item, event, now)
  }
}
