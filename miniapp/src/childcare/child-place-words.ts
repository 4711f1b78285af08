import type { Translate } from '../platform/i18n/text'
import type { childcareText } from './childcare.text'
import type { ChildPlace } from './session-places'

/** What there is for one child, in a few words: 「小石头：托小班还有3位」. */
export const placeWords = ({ place, slot }: ChildPlace, name: string, t: Translate<typeof childcareText>): string => {
  const who = slot ? `${name}：${slot.groupName}` : `${name}：`
  switch (place) {
    case 'free':
      return t('free', { who, count: slot?.seatsLeft ?? 0 })
    case 'full':
      return slot && slot.waiting > 0 ? t('fullWaiting', { who, count: slot.waiting }) : t('full', { who })
    case 'none':
      return t('notInSession', { who })
    case 'closed':
    case 'past_cutoff':
    case 'booked':
    case 'waiting':
      return t(place, { who })
  }
}
