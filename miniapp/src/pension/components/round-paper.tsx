import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Slip, SlipLine } from '../../ui/slip'
import { minuteWords } from '../proof-words'
import type { VisitRound } from '../round.api'
import { roundText } from '../round.text'

/** The round on paper, courtyard by courtyard, with a box to tick; why somebody is visited is not on it. */
export const RoundPaper = ({ round: { on, courtyards } }: { round: VisitRound }) => {
  const t = useText(roundText)
  return (
    <Slip label={t('paperLabel')} title={t('paperTitle', { day: dateInSentence(on) })}>
      {stillToVisit(courtyards).flatMap(({ placeName, visits }) => [
        <SlipLine key={placeName}>{t('paperCourtyard', { place: placeName })}</SlipLine>,
        ...visits.map(({ id, name, from, until, door, phone, code }) => (
          <SlipLine key={id}>
            {t('paperVisit', {
              name,
              from: minuteWords(from),
              until: minuteWords(until),
              door: door ?? '',
              phone: phone ?? '',
              code: code ?? '',
            })}
          </SlipLine>
        )),
      ])}
    </Slip>
  )
}

const stillToVisit = (courtyards: VisitRound['courtyards']) =>
  courtyards
    .map(({ placeName, visits }) => ({ placeName, visits: visits.filter(({ state }) => state !== 'cancelled') }))
    .filter(({ visits }) => visits.length > 0)
