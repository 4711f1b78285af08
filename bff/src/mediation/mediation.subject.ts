import { AppError } from '@little-bench/shared/kernel/errors'
import { v7 as uuidv7 } from 'uuid'
import { contactsByPersonId } from '../people/index.ts'
import { type Engine, type SubjectHandlers, within } from '../work-queue/index.ts'
import { MEDIATION_CATEGORY } from './mediation-category.ts'
import { communityWithMediation } from './request-mediation.service.ts'
import { NOT_SAID } from './spoken.ts'
import { writeCase } from './write-case.ts'

/** What a case leaves to the desk: next to nothing. Its own table of moves leads it, and the item follows. */
export const createMediationSubject = (engine: Engine): SubjectHandlers => ({
  moves: ['claim', 'remind'],
  speaksForItself: true,
  listCategories: () => [MEDIATION_CATEGORY],
  isOfferedIn: ({ services }) => services.includes('mediation'),
  /** Only what the resident agreed to comes along; whom they trust, and who the other side is, they say in the case. */
  async acceptConversion(trx, { communityId, fromWorkItemId, receiptNumber, requesterId, agreed }, now) {
    const inside = within(engine, trx)
    const community = engine.config().communities.get(communityId)
    if (!community?.services.includes('mediation')) throw new AppError('conversion_not_possible')
    const contact = (await contactsByPersonId(inside, [requesterId])).get(requesterId)
    await writeCase(
      inside,
      trx,
      communityWithMediation(engine, communityId),
      {
        id: uuidv7(),
        receiptNumber,
        fromWorkItemId,
        disputeKind: 'other',
        statement: agreed,
        disclosure: { name: false, statement: false },
        ...NOT_SAID,
        applicant: { personId: requesterId, name: contact?.name ?? '', phone: contact?.phone ?? undefined },
        respondent: null,
        ticks: null,
      },
      now,
    )
  },
})
