import type { CommunityConfig } from '@little-bench/config/model'
import { AppError } from '@little-bench/shared/kernel/errors'
import { shanghaiTime } from '@little-bench/shared/kernel/time'
import type { FactToVerify } from '@little-bench/shared/people/fact-check.contract'
import { factAt } from '@little-bench/shared/people/facts'
import type { z } from 'zod'
import { communityOf } from '../communities/index.ts'
import type { Context } from '../platform/context.ts'
import { idOfCursor, type Page, pageOfRows } from '../platform/db/cursor.ts'
import type { Trx } from '../platform/db/database.ts'
import { inTransaction, PLAIN_WRITE } from '../platform/db/transaction.ts'
import type { Viewer } from '../platform/http/viewer.ts'
import { recordReads } from './confidential-reads.ts'
import { assistsCommunity, verifiableFacts } from './counter.policy.ts'
import { namesByPersonId } from './person-names.service.ts'
import { placeNameOf } from './place-name.ts'
import { presentFact } from './resident-fact.presenter.ts'
import { type FactRow, listClaimsIn, listOpenFactsOf } from './resident-fact.repository.ts'
import { datedFact, type OpenedFact, openFacts } from './sealed-fact.ts'
import { isWithinReach } from './verify-fact.service.ts'

/** Read at once: where somebody lives is sealed, so whose claim it is to see is decided here and not by the database. */
const BATCH = 200

interface PageQuery {
  cursor?: string | undefined
  limit: number
}

type ToVerify = z.input<typeof FactToVerify>

/** A claim with all that is known now of whoever made it. */
interface Claim {
  row: FactRow
  facts: readonly OpenedFact[]
}

/**
 * Claims that the viewer may verify, the longest waiting first; for each person whose values are shown a line is left.
 * Errors: `not_found` for a community where the viewer helps nobody.
 */
export const listFactsToVerify = async (
  context: Context,
  viewer: Viewer,
  communityId: string,
  query: PageQuery,
): Promise<{ items: ToVerify[]; nextCursor: string | null }> => {
  const community = communityOf(context, communityId)
  if (!assistsCommunity(viewer.roles, communityId)) throw new AppError('not_found')
  const now = context.clock.now()
  const { rows, nextCursor } = await inTransaction(context.db, now, PLAIN_WRITE, async (trx) => {
    const page = await findClaims(context, trx, { viewer, community, now }, query)
    const personIds = new Set(page.rows.map(({ row }) => row.person_id))
    await recordReads(trx, { communityId, readerId: viewer.personId, what: 'facts' }, [...personIds], now)
    return page
  })
  return { items: await present(context, viewer, rows, now), nextCursor }
}

interface Looking {
  viewer: Viewer
  community: CommunityConfig
  now: Date
}

const findClaims = async (
  context: Context,
  trx: Trx,
  { viewer, community, now }: Looking,
  { cursor, limit }: PageQuery,
): Promise<Page<Claim>> => {
  const reach = verifiableFacts(viewer.roles, community.id)
  const today = shanghaiTime(now).date
  const found: Claim[] = []
  let afterId = idOfCursor(cursor)
  let isEnd = false
  while (!isEnd && found.length <= limit) {
    const where = { communityId: community.id, readerId: viewer.personId }
    const rows = await listClaimsIn(trx, where, { afterId, limit: BATCH })
    const known = openFacts(
      context.sealer,
      await listOpenFactsOf(
        trx,
        rows.map(({ person_id: personId }) => personId),
      ),
    )
    for (const row of rows) {
      const facts = known.filter(({ person_id: personId }) => personId === row.person_id)
      if (isWithinReach(reach, community, facts.map(datedFact), today)) found.push({ row, facts })
    }
    afterId = rows.at(-1)?.id
    isEnd = rows.length < BATCH
  }
  return pageOfRows(found.slice(0, limit + 1), limit, ({ row }) => [row.id])
}

const present = async (
  context: Context,
  { language }: Viewer,
  claims: readonly Claim[],
  now: Date,
): Promise<ToVerify[]> => {
  const names = await namesByPersonId(
    context,
    claims.map(({ row }) => row.person_id),
  )
  const reader = { config: context.config(), language, today: shanghaiTime(now).date }
  return claims.flatMap(({ row, facts }) => {
    const fact = facts.find(({ id }) => id === row.id)
    if (!fact) return []
    const residence = factAt(facts.map(datedFact), 'residence', reader.today)?.value
    return [
      {
        fact: presentFact(fact, facts, reader),
        resident: { id: row.person_id, name: names.get(row.person_id)?.masked ?? '' },
        placeName: residence ? placeNameOf(reader.config, residence, language) : null,
      },
    ]
  })
}
