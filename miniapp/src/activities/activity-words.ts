import type { Translate } from '../platform/i18n/text'
import type { Activity } from './activities.api'
import type { activityText } from './activity.text'

type Words = Translate<typeof activityText>

/** For whom it is: 「6岁以上，不满15岁」. */
export const ageWords = ({ fromYears, belowYears }: Activity, t: Words): string => {
  if (fromYears !== null && belowYears !== null) return t('ageBetween', { from: fromYears, below: belowYears })
  if (fromYears !== null) return t('ageFrom', { from: fromYears })
  return belowYears === null ? t('anyAge') : t('ageBelow', { below: belowYears })
}

/** What is left of it now. */
export const leftWords = ({ refusal, seatsLeft, waiting }: Activity, t: Words): string => {
  switch (refusal) {
    case null:
      return t('left', { count: seatsLeft })
    case 'slot_full':
      return waiting > 0 ? t('fullWaiting', { count: waiting }) : t('full')
    case 'slot_closed':
      return t('closed')
    case 'past_cutoff':
      return t('past')
  }
}

/** Somebody who is not signed up may sign up, or wait. */
export const canSignUp = ({ refusal, isForChildren, yours }: Activity): boolean =>
  (refusal === null || refusal === 'slot_full') && (isForChildren || !yours.some(({ childId }) => childId === null))
