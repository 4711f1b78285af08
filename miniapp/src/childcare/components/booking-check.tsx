import { SESSION_TEXT } from '@little-bench/shared/childcare/sessions'
import type { Child } from '@little-bench/shared/people/child.contract'
import { clockInSentence, dateInSentence, dateTimeInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { useSession } from '../../platform/session'
import { Card } from '../../ui/card'
import { FactList } from '../../ui/fact-list'
import { TextInput } from '../../ui/text-input'
import type { Centre } from '../childcare.api'
import { childcareText } from '../childcare.text'
import type { SessionPlaces } from '../session-places'

interface BookingCheckProps {
  centre: Centre
  on: string
  places: SessionPlaces
  /** Who goes. */
  ownChildren: readonly Child[]
  note: string
  onNote: (note: string) => void
  isNoteLong: boolean
  isWait: boolean
}

/** Everything once more in the family's words: who, when, where, what to bring, until when to cancel, who may fetch. */
export const BookingCheck = (props: BookingCheckProps) => {
  const { centre, on, places, ownChildren, note, onNote, isNoteLong, isWait } = props
  const t = useText(childcareText)
  const tSession = useText(SESSION_TEXT)
  const actingFor = useSession((session) => session.actingFor)
  const you = actingFor?.name
  const time = t('sessionName', {
    name: tSession(places.session),
    from: clockInSentence(places.startsAt),
    to: clockInSentence(places.endsAt),
  })
  const fetchers = ownChildren.map(({ nickname, pickUps }) => {
    const names = [you, ...pickUps.map(({ name }) => name)].filter(Boolean).join('、')
    if (you) return `${nickname}：${names}`
    return names === '' ? t('fetchYou', { child: nickname }) : t('fetchOthers', { child: nickname, names })
  })
  return (
    <>
      <Card>
        <FactList
          facts={[
            { name: t('summaryWho'), value: ownChildren.map(({ nickname }) => nickname).join('、') },
            { name: t('summaryWhen'), value: `${t('dayWords', { day: dateInSentence(on) })} ${time}` },
            { name: t('summaryWhere'), value: `${centre.name}，${centre.address}` },
            { name: t('summaryBring'), value: t('bring', { phone: centre.phone }) },
            ...(isWait
              ? []
              : [
                  { name: t('summaryCancel'), value: t('cancelUntil', { until: dateTimeInSentence(places.cutoffAt) }) },
                ]),
            { name: t('summaryFetch'), value: fetchers.join('；') },
          ]}
        />
      </Card>
      {isWait && <Card tint='blue'>{t('waitWords')}</Card>}
      <TextInput
        label={t('note')}
        hint={t('noteHint')}
        error={isNoteLong ? t('noteLong') : undefined}
        value={note}
        onChange={onNote}
      />
    </>
  )
}
