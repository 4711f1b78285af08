import type { LocalText } from '../kernel/language.ts'

/** The five rates of a community's month, of the services that are measured. */
export const RATES = ['accepted_in_time', 'replied_in_time', 'resolved_in_time', 'solved', 'satisfied'] as const
export type RateName = (typeof RATES)[number]

/** A rate is shown from this many on: fewer would tell who was asked. */
export const SMALLEST_SHOWN = 5

/** Satisfaction counts from 4 of 5. */
export const SATISFIED_FROM = 4

export interface RateCount {
  numerator: number
  denominator: number
}

/** What a reader may see of a rate: nothing of a small cell, not even its size. */
export const shownRate = ({ numerator, denominator }: RateCount): { numerator: number; denominator: number } | null =>
  denominator < SMALLEST_SHOWN ? null : { numerator, denominator }

/** What is counted in one month, before anything of it is withheld. */
export interface MonthCounts {
  rates: Readonly<Record<RateName, RateCount>>
  /** Resolved and not rated since. */
  unrated: number
}

/** What a reader may see of a month. */
export interface ShownMonth {
  rates: Readonly<Record<RateName, RateCount | null>>
  unrated: number | null
}

/**
 * Whoever was resolved has rated or has not: of the three numbers two give the third, so those who have not rated are only
 * shown beside the other two.
 */
export const shownMonth = ({ rates, unrated }: MonthCounts): ShownMonth => {
  const shown = {
    accepted_in_time: shownRate(rates.accepted_in_time),
    replied_in_time: shownRate(rates.replied_in_time),
    resolved_in_time: shownRate(rates.resolved_in_time),
    solved: shownRate(rates.solved),
    satisfied: shownRate(rates.satisfied),
  }
  const isUnratedShown = unrated >= SMALLEST_SHOWN && shown.solved !== null && shown.resolved_in_time !== null
  return { rates: shown, unrated: isUnratedShown ? unrated : null }
}

const NOT_COUNTED = '中途撤回、并到别的件里、转去别的服务、答复不归社区或不予办理的，时限作废，不计。'

/** The name of each rate and what it divides by what, printed beside the number. */
export const RATE_TEXTS: Readonly<Record<RateName, { name: LocalText; definition: LocalText }>> = {
  accepted_in_time: {
    name: { zh: '及时受理率' },
    definition: {
      zh: `当月按时有人接下的件，除以当月受理时限到头的件（按时接下的，加上超过时限的）。${NOT_COUNTED}`,
    },
  },
  replied_in_time: {
    name: { zh: '反馈率' },
    definition: {
      zh: `当月按时给了居民第一次答复的件，除以当月答复时限到头的件（按时答复的，加上超过时限的）。${NOT_COUNTED}`,
    },
  },
  resolved_in_time: {
    name: { zh: '按期办结率' },
    definition: {
      zh: `当月按时办结的件，除以当月办结时限到头的件（按时办结的，加上超过时限的）。等居民补充、挂起的时间不算在时限里。重办的再算一次。${NOT_COUNTED}`,
    },
  },
  solved: {
    name: { zh: '解决率' },
    definition: { zh: '当月居民评价「已经解决」的次数，除以当月收到的评价次数。没有评价的不计，另外列出。' },
  },
  satisfied: {
    name: { zh: '满意率' },
    definition: {
      zh: `当月居民打 ${SATISFIED_FROM} 分或 5 分的次数，除以当月收到的评价次数。没有评价的不算满意，也不计在内，另外列出。`,
    },
  },
}
