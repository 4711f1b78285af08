import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
import { useNow } from '../../platform/use-now'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Icon } from '../../ui/icon'
import { Section } from '../../ui/section'
import { Segmented } from '../../ui/segmented'
import type { DayRoster } from '../roster.api'
import styles from '../roster.module.scss'
import { rosterText } from '../roster.text'
import { lateLines, type Presence } from '../roster-lines'
import { useRosterDesk } from '../use-roster-desk'
import { CloseDay } from './close-day'
import { RosterCard } from './roster-card'
import { RosterNotices } from './roster-notices'
import { RosterPaper } from './roster-paper'

const FILTERS = ['all', 'expected', 'here'] as const

/** The children of the day, group by group, in two columns where there is room; who is still here can be asked for alone. */
export const RosterDesk = ({ communityId, roster }: { communityId: string; roster: DayRoster }) => {
  const t = useText(rosterText)
  const now = useNow()
  const desk = useRosterDesk(communityId, roster)
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('all')
  const lines = desk.groups.flatMap((group) => group.lines)
  const count = (presence: Presence) => lines.filter((line) => line.presence === presence).length
  const late = lateLines(lines, now)
  const closing = roster.canClose && <CloseDay communityId={communityId} roster={roster} />
  if (lines.length === 0) {
    return (
      <>
        <Empty icon='calendar' title={t('none')} />
        {closing}
      </>
    )
  }
  return (
    <>
      <RosterNotices writes={desk.writes} />
      {late.length > 0 && (
        <View className={styles.notice} {...a11y({ role: 'status', live: 'polite' })}>
          <View className={styles.noticeWords}>
            <Icon name='bell' />
            <Text>{t('late', { names: late.map(({ child }) => child.nickname).join('、') })}</Text>
          </View>
        </View>
      )}
      <View className={styles.line} {...a11y({ live: 'polite' })}>
        {t('counts', { all: lines.length, here: count('here'), gone: count('gone'), absent: count('absent') })}
      </View>
      <View className={styles.line}>
        <Segmented
          label={t('filter')}
          segments={FILTERS.map((value) => ({ value, name: t(value) }))}
          value={filter}
          onChange={setFilter}
        />
      </View>
      {desk.undoError !== null && <ErrorNotice error={desk.undoError} />}
      {filter !== 'all' && count(filter) === 0 && <Empty icon='check' title={t('nobodyHere')} />}
      <View className={styles.grid}>
        {desk.groups.map(({ id, name, carers, seats, lines: ofGroup }) => {
          const shown = ofGroup.filter(({ presence }) => filter === 'all' || presence === filter)
          if (shown.length === 0) return null
          return (
            <Section key={id} title={t('groupName', { name, carers, seats })}>
              <View {...a11y({ role: 'list', label: name })}>
                {shown.map((line) => (
                  <View key={line.child.bookingId} {...a11y({ role: 'listitem' })}>
                    <RosterCard communityId={communityId} line={line} desk={desk} />
                  </View>
                ))}
              </View>
            </Section>
          )
        })}
      </View>
      {roster.workItem && (
        <View className={styles.tools}>
          <Button
            icon='inbox'
            onPress={() => openPage('work-queue/pages/item/index', { communityId, id: roster.workItem?.id ?? '' })}
          >
            {t('openItem')}
          </Button>
        </View>
      )}
      {closing}
      <RosterPaper roster={roster} />
    </>
  )
}
