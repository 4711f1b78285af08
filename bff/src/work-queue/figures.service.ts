import type { Service } from '@little-bench/shared/communities/duty'
import { inLanguage, type Language } from '@little-bench/shared/kernel/language'
import { instantOf, shanghaiTime } from '@little-bench/shared/kernel/time'
import {
  type MonthCounts,
  RATE_TEXTS,
  RATES,
  SATISFIED_FROM,
  SMALLEST_SHOWN,
  shownMonth,
} from '@little-bench/shared/work-queue/figures'
import type { CommunityFigures, MonthFigures } from '@little-bench/shared/work-queue/oversight.contract'
import type { z } from 'zod'
import { communityOf } from '../communities/index.ts'
import type { Engine } from './engine.ts'
import { countByMonth, type MonthRow } from './figures.repository.ts'

const MONTHS_SHOWN = 6

/**
 * The five rates of a community in a month, of the items of these services (`2026-11`, in Asia/Shanghai; the running one by default) and the five before
 * it. Anybody may read them: whatever is too small to be shown is not in the answer. Errors: `not_found`.
 */
export const communityFigures = async (
  engine: Engine,
  services: readonly Service[],
  communityId: string,
  askedMonth: string | undefined,
  language: Language,
): Promise<z.input<typeof CommunityFigures>> => {
  const community = communityOf(engine, communityId)
  const now = engine.clock.now()
  const newest = askedMonth ?? shanghaiTime(now).date.slice(0, 7)
  const months = Array.from({ length: MONTHS_SHOWN }, (_, back) => monthAfter(newest, -back))
  const rows = await countByMonth(engine.db, {
    communityId,
    services,
    from: startOf(monthAfter(newest, 1 - MONTHS_SHOWN)),
    until: startOf(monthAfter(newest, 1)),
    satisfiedFrom: SATISFIED_FROM,
  })
  return {
    communityId,
    communityName: inLanguage(community.name, language),
    services: [...services],
    months: months.map((month) => presentMonth(month, rows, language)),
    smallestShown: SMALLEST_SHOWN,
    computedAt: now.toISOString(),
  }
}

/** `2026-01` and −1 is `2025-12`. */
const monthAfter = (month: string, months: number): string => {
  const [year = '0', number = '1'] = month.split('-')
  const count = Number(year) * 12 + Number(number) - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}

const startOf = (month: string): Date => instantOf(`${month}-01`, 0)

const presentMonth = (month: string, rows: readonly MonthRow[], language: Language): z.input<typeof MonthFigures> => {
  const row = rows.find((each) => each.month === month)
  const shown = shownMonth(row ? countsOf(row) : NOTHING)
  return {
    month,
    rates: RATES.map((rate) => ({
      rate,
      name: inLanguage(RATE_TEXTS[rate].name, language),
      definition: inLanguage(RATE_TEXTS[rate].definition, language),
      numerator: shown.rates[rate]?.numerator ?? null,
      denominator: shown.rates[rate]?.denominator ?? null,
    })),
    unrated: shown.unrated,
  }
}

const countsOf = (row: MonthRow): MonthCounts => ({
  rates: {
    accepted_in_time: { numerator: row.acceptance_in_time, denominator: row.acceptance_ended },
    replied_in_time: { numerator: row.first_reply_in_time, denominator: row.first_reply_ended },
    resolved_in_time: { numerator: row.resolve_in_time, denominator: row.resolve_ended },
    solved: { numerator: row.solved, denominator: row.rated },
    satisfied: { numerator: row.satisfied, denominator: row.rated },
  },
  unrated: row.unrated,
})

const NONE = { numerator: 0, denominator: 0 }
const NOTHING: MonthCounts = {
  rates: {
    accepted_in_time: NONE,
    replied_in_time: NONE,
    resolved_in_time: NONE,
    solved: NONE,
    satisfied: NONE,
  },
  unrated: 0,
}
