import type { CatalogueEntryConfig, CommunityConfig } from '@little-bench/config/model'
import { findPlace, gridCellOfPlace } from '@little-bench/config/places'
import { AppError } from '@little-bench/shared/kernel/errors'
import { communityOf } from '../communities/index.ts'
import { endHolds } from '../moderation/index.ts'
import type { Engine, ItemCategory, MovedItem, SubjectHandlers } from '../work-queue/index.ts'
import {
  changeCategory,
  changePlace,
  changeReporter,
  findIssueById,
  listPlacesOfIssues,
  makePrivate,
  markWithdrawn,
} from './issue.repository.ts'
import { titleOf } from './issue-title.ts'
import { mergeEndorsers } from './merge-endorsers.ts'
import { tellEndorsers } from './tell-endorsers.ts'
import { insertWorkPlaces } from './work.repository.ts'

/** What the engine may know of a category of the catalogue. */
export const categoryOf = (entry: CatalogueEntryConfig): ItemCategory => ({
  serviceCode: entry.serviceCode,
  name: entry.name,
  group: entry.group,
  duty: entry.duty,
  handledBy: entry.handledBy,
  departmentId: entry.departmentId,
  deadlineClass: entry.deadlineClass,
  priority: entry.priority,
  isConfidential: !entry.canBePublic,
  isDelegable: entry.isDelegable,
  notOurs: entry.notOurs,
})

const placeNameOf = (community: CommunityConfig, placeId: string | null): string | null =>
  placeId === null ? null : (findPlace(community, placeId)?.name.zh ?? null)

/** Of what neighbours will never see, nobody need decide. */
const heldOf = (item: MovedItem) => ({ communityId: item.community_id, subjectId: item.subject_id })

/** What an issue does when its work item moves. */
export const createIssueSubject = (engine: Engine): SubjectHandlers => ({
  async onMoved(trx, item, event, now) {
    await tellEndorsers(engine.notifications, trx, item, event)
    if (event === 'merged') await mergeEndorsers(engine, trx, item, now)
    if (event === 'withdrawn') await markWithdrawn(trx, item.community_id, item.subject_id, now)
    if (event === 'withdrawn' || event === 'converted') await endHolds(trx, heldOf(item), {}, now)
    // 转为调解: that it became a dispute is nobody else's to read.
    if (event === 'converted') await makePrivate(trx, item.community_id, item.subject_id)
  },
  listCategories: (community) => community.catalogue.map(categoryOf),
  async recategorise(trx, item, category) {
    // What may not be public is not public from now on, whatever its reporter chose for the other category.
    await changeCategory(trx, item.community_id, item.subject_id, category.serviceCode, category.isConfidential)
    if (category.isConfidential) await endHolds(trx, heldOf(item), {}, engine.clock.now())
    const community = communityOf(engine, item.community_id)
    const issue = await findIssueById(trx, item.community_id, item.subject_id)
    const placeName = placeNameOf(community, issue?.place_id ?? null)
    return { title: titleOf({ name: category.name, canBePublic: !category.isConfidential }, placeName) }
  },
  async relocate(trx, item, community, placeId) {
    const place = findPlace(community, placeId)
    const entry = community.catalogue.find(({ serviceCode }) => serviceCode === item.service_code)
    if (!place) throw new AppError('unknown_place')
    await changePlace(trx, item.community_id, item.subject_id, placeId)
    return {
      title: entry ? titleOf(entry, place.name.zh) : item.title,
      gridCellId: gridCellOfPlace(community, placeId)?.id ?? null,
    }
  },
  async onSplit(trx, item, parts, { personId, now }) {
    const rows = parts.flatMap(({ workItemId, placeId }) => (placeId === null ? [] : [{ workItemId, placeId }]))
    await insertWorkPlaces(
      trx,
      rows.map(({ workItemId, placeId }) => ({
        community_id: item.community_id,
        issue_id: item.subject_id,
        work_item_id: workItemId,
        version: 0,
        place_id: placeId,
        saved_by: personId,
        saved_at: now.toISOString(),
      })),
    )
  },
  async rebind(trx, item, personId) {
    await changeReporter(trx, item.community_id, item.subject_id, personId)
  },
  locate: listPlacesOfIssues,
})
