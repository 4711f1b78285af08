import { SESSION_TEXT } from '@little-bench/shared/childcare/sessions'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { childAge } from '../../people'
import { clockInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { StatusChip, type StatusTone } from '../../ui/status-chip'
import styles from '../roster.module.scss'
import { rosterText } from '../roster.text'
import type { Presence, RosterLine } from '../roster-lines'
import type { RosterDesk } from '../use-roster-desk'
import { HandOverSheet } from './hand-over-sheet'

const TONE: Record<Presence, StatusTone> = { expected: 'waiting', here: 'good', gone: 'plain', absent: 'plain' }

interface RosterCardProps {
  communityId: string
  line: RosterLine
  desk: RosterDesk
}

/** One child of the day: what must not be overlooked first, then came, fetched by whom, and the way back. */
export const RosterCard = ({ communityId, line, desk }: RosterCardProps) => {
  const t = useText(rosterText)
  const tSession = useText(SESSION_TEXT)
  const [isOpen, setOpen] = useState(false)
  const { child, presence, arrivedAt, goneAt, goneWith, isWaiting } = line
  const { nickname: name, ageMonths, session, startsAt, endsAt, allergies, note, absence } = child
  const [from, to] = [clockInSentence(startsAt), clockInSentence(endsAt)]
  return (
    <Card tint={presence === 'here' ? 'green' : undefined}>
      <View className={styles.head}>
        <Text className={styles.name}>{name}</Text>
        <StatusChip
          word={isWaiting ? `${t(presence)} · ${t('waits')}` : t(presence)}
          tone={isWaiting ? 'soon' : TONE[presence]}
        />
      </View>
      {allergies !== null && (
        <View className={styles.allergy}>
          <Icon name='alert' className={styles.allergyIcon} />
          <Text>{t('allergy', { what: allergies })}</Text>
        </View>
      )}
      <View>{t('ageSession', { age: childAge(ageMonths), session: tSession(session), from, to })}</View>
      {note !== null && <View>{t('note', { note })}</View>}
      {arrivedAt !== null && <View>{t('arrivedAt', { at: clockInSentence(arrivedAt) })}</View>}
      {goneAt !== null && <View>{t('goneAt', { at: clockInSentence(goneAt), by: goneWith ?? '' })}</View>}
      {absence !== null && presence === 'absent' && <View>{t('absentWhy', { reason: t(absence) })}</View>}
      <View className={styles.ways}>
        {(presence === 'expected' || presence === 'absent') && (
          <Button kind='primary' icon='check' isWide label={t('arriveOf', { name })} onPress={() => desk.arrive(child)}>
            {t('arrive')}
          </Button>
        )}
        {presence === 'here' && (
          <Button kind='primary' icon='person' isWide label={t('fetchOf', { name })} onPress={() => setOpen(true)}>
            {t('fetch')}
          </Button>
        )}
        {(presence === 'here' || presence === 'gone') && (
          <Button
            icon='undo'
            isWide
            isBusy={desk.isUndoing}
            label={t('undoOf', { name })}
            onPress={() => desk.undo(line)}
          >
            {t('undo')}
          </Button>
        )}
      </View>
      {isOpen && <HandOverSheet communityId={communityId} child={child} desk={desk} onClose={() => setOpen(false)} />}
    </Card>
  )
}
