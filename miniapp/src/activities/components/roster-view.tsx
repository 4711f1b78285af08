import { Text, View } from '@tarojs/components'
import { clockInSentence, dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { Slip, SlipLine } from '../../ui/slip'
import { StatusChip } from '../../ui/status-chip'
import { type ActivityRoster, useActivityCheckIn } from '../activities.api'
import styles from '../activities.module.scss'
import { activityText } from '../activity.text'
import { CancelDate } from './cancel-date'

/** The people of one date: came with one tap, undone with another; and the list on paper. */
export const RosterView = ({ communityId, roster }: { communityId: string; roster: ActivityRoster }) => {
  const t = useText(activityText)
  const checkIn = useActivityCheckIn(communityId)
  const { name, on, startsAt, endsAt, workItem } = roster
  const people = roster.people.filter(({ state }) => state === 'booked' || state === 'served' || state === 'no_show')
  const came = people.filter(({ state }) => state === 'served').length
  const [from, to] = [clockInSentence(startsAt), clockInSentence(endsAt)]
  const title = `${name} ${t('day', { day: dateInSentence(on) })} ${t('time', { from, to })}`
  return (
    <>
      <Section title={title}>
        <View className={styles.line}>{t('came_count', { count: people.length, came })}</View>
        {checkIn.isError && <ErrorNotice error={checkIn.error} />}
        {people.length === 0 && <Empty icon='person' title={t('nobody')} />}
        <View className={styles.grid} {...a11y({ role: 'list', label: t('rosterTitle') })}>
          {people.map((person) => (
            <View key={person.bookingId} {...a11y({ role: 'listitem' })}>
              <RosterLine
                person={person}
                isBusy={checkIn.isPending}
                onCheckIn={(hasCome) => checkIn.mutate({ bookingId: person.bookingId, hasCome })}
              />
            </View>
          ))}
        </View>
      </Section>
      {workItem && (
        <Button icon='inbox' onPress={() => openPage('work-queue/pages/item/index', { communityId, id: workItem.id })}>
          {t('openItem')}
        </Button>
      )}
      {roster.canCancel && <CancelDate communityId={communityId} slotId={roster.slotId} toTell={roster.toTell} />}
      {people.length > 0 && (
        <Slip title={title}>
          {people.map(({ bookingId, name: who, guardianName }) => (
            <SlipLine key={bookingId}>
              {`□ ${who}${guardianName ? `（${t('guardian', { name: guardianName })}）` : ''}`}
            </SlipLine>
          ))}
        </Slip>
      )}
    </>
  )
}

interface RosterLineProps {
  person: ActivityRoster['people'][number]
  isBusy: boolean
  onCheckIn: (hasCome: boolean) => void
}

const RosterLine = ({ person: { name, guardianName, state }, isBusy, onCheckIn }: RosterLineProps) => {
  const t = useText(activityText)
  const hasCome = state === 'served'
  return (
    <Card tint={hasCome ? 'green' : undefined}>
      <View className={styles.head}>
        <Text className={styles.name}>{name}</Text>
        <StatusChip word={t(hasCome ? 'here' : 'notYet')} tone={hasCome ? 'good' : 'waiting'} />
      </View>
      {guardianName !== null && <View className={styles.line}>{t('guardian', { name: guardianName })}</View>}
      {hasCome ? (
        <Button icon='undo' isWide isBusy={isBusy} label={t('undoOf', { name })} onPress={() => onCheckIn(false)}>
          {t('undo')}
        </Button>
      ) : (
        <Button icon='check' isWide isBusy={isBusy} label={t('checkInOf', { name })} onPress={() => onCheckIn(true)}>
          {t('checkIn')}
        </Button>
      )}
    </Card>
  )
}
