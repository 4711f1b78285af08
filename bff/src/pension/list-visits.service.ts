import { findPlace, gridCellOfPlace } from '@little-bench/config/places'
import { AppError } from '@little-bench/shared/kernel/errors'
import { inLanguage } from '@little-bench/shared/kernel/language'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { visitContract } from '@little-bench/shared/pension/visit.contract'
import type { z } from 'zod'
import { namesByPersonId, peopleInScope } from '../people/index.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import type { Engine } from '../work-queue/index.ts'
import { listVisitsToPlan } from './home-visit.repository.ts'
import { standingOf } from './open-proofs.service.ts'
import { communityWithPension } from './pension-community.ts'
import { listProofs } from './proof.repository.ts'
import { makesVisits, plansVisits } from './visit.policy.ts'

type VisitsToPlan = z.input<(typeof visitContract.listHomeVisits.ok)[1]>

/**
 * Visits that wait to be planned, who asked first before, and who can go there: where by the courtyard, and never why.
 * Errors: `not_found` for whoever does not sit at that counter.
 */
export const listHomeVisits = async (engine: Engine, viewer: Viewer, communityId: string): Promise<VisitsToPlan> => {
  const community = communityWithPension(engine, communityId)
  if (!plansVisits(viewer.roles, communityId)) throw new AppError('not_found')
  const today = shanghaiTime(engine.clock.now()).date
  const visits = await listVisitsToPlan(engine.db, communityId, today)
  const personIds = visits.map(({ person_id: personId }) => personId)
  const [names, known, staff] = await Promise.all([
    namesByPersonId(engine, personIds),
    listProofs(engine.db, communityId, personIds),
    peopleInScope(engine, { communityId, unitId: null }),
  ])
  return {
    items: visits.map((visit) => {
      const cell = gridCellOfPlace(community, visit.place_id)
      const proof = known.find(({ person_id: personId }) => personId === visit.person_id)
      return {
        id: visit.id,
        state: visit.state,
        name: names.get(visit.person_id)?.masked ?? '',
        placeName: inLanguage((findPlace(community, visit.place_id) ?? community).name, viewer.language),
        gridCellId: cell?.id ?? null,
        gridCellName: cell ? inLanguage(cell.name, viewer.language) : null,
        requestedAt: visit.requested_at,
        dueOn: standingOf(community, proof ?? { since: today, last_done_on: null }, today).dueOn,
        notOn: visit.not_on.filter((day) => day >= today),
        needsInterpreter: visit.needs_interpreter,
        version: visit.version,
      }
    }),
    visitors: staff.filter(({ roles }) => makesVisits(roles, communityId)).map(({ id, name }) => ({ id, name })),
  }
}
