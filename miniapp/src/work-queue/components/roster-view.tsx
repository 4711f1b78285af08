import { DISPATCH_MODES } from '@little-bench/shared/work-queue/roster'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { spokenDateTime } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ChoiceList } from '../../ui/choice-list'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Page } from '../../ui/page'
import { Section } from '../../ui/section'
import type { DutyShift, Roster } from '../roster.api'
import { rosterText } from '../roster.text'
import { useIsDesktop } from '../use-is-desktop'
import { useRosterPlan } from '../use-roster-plan'
import styles from './roster.module.scss'
import { RosterStale } from './roster-stale'
import { RosterWeek } from './roster-week'
import { ShiftForm } from './shift-form'
import { ShiftList } from './shift-list'

/** Who is on duty, how items are handed out, and who has which shift. */
export const RosterView = ({ roster }: { roster: Roster }) => {
  const t = useText(rosterText)
  const isDesktop = useIsDesktop()
  const editing = useRosterPlan(roster)
  // The place of the shift whose form is open; one past the last is a new one.
  const [open, setOpen] = useState<number>()
  const { plan, change } = editing
  const keep = (shift: DutyShift) => {
    const shifts = plan.shifts.map((each, index) => (index === open ? shift : each))
    change({ shifts: open === plan.shifts.length ? [...shifts, shift] : shifts })
    setOpen(undefined)
  }
  const remove = (place: number) => change({ shifts: plan.shifts.filter((_shift, index) => index !== place) })
  const edits = roster.canEdit ? { onChange: setOpen, onRemove: remove } : undefined
  return (
    <Page
      isDesk
      title={t('ofQueue', { queue: roster.queueName })}
      isWide={isDesktop}
      action={
        editing.hasChanges &&
        !editing.isStale && (
          <Button kind='primary' isWide isBusy={editing.isSaving} onPress={editing.save}>
            {t('save')}
          </Button>
        )
      }
    >
      <OnDuty roster={roster} />
      {!roster.canEdit && <View className={styles.words}>{t('readOnly')}</View>}
      {editing.isStale && <RosterStale roster={roster} editing={editing} />}
      {editing.error && !editing.isStale && <ErrorNotice error={editing.error} onRetry={editing.save} />}
      {editing.canUndo && (
        <View className={styles.unsaved} {...a11y({ role: 'status', live: 'polite' })}>
          {editing.hasChanges && t('unsaved')}
          <Button icon='undo' onPress={editing.undo}>
            {t('undo')}
          </Button>
          <Button kind='quiet' onPress={editing.giveUp}>
            {t('startAfresh')}
          </Button>
        </View>
      )}
      {roster.canEdit ? (
        <ChoiceList
          label={t('mode')}
          choices={DISPATCH_MODES.map((mode) => ({ value: mode, name: t(mode), note: t(`${mode}About`) }))}
          value={plan.mode}
          onChange={(mode) => change({ mode })}
        />
      ) : (
        <Section title={t('mode')}>
          <Card>{t(plan.mode)}</Card>
        </Section>
      )}
      <Section title={t('shifts')}>
        {plan.shifts.length === 0 && (
          <Empty icon='clock' title={t('noShifts')} next={t(roster.canEdit ? 'noShiftsNext' : 'noShiftsRead')} />
        )}
        {isDesktop && plan.shifts.length > 0 && (
          <View className={styles.week}>
            <RosterWeek roster={roster} shifts={plan.shifts} />
          </View>
        )}
        <ShiftList roster={roster} shifts={plan.shifts} edits={edits} />
        {roster.canEdit && (
          <Button icon='plus' onPress={() => setOpen(plan.shifts.length)}>
            {t('add')}
          </Button>
        )}
      </Section>
      <SavedBy roster={roster} />
      {open !== undefined && (
        <ShiftForm
          key={open}
          roster={roster}
          shift={plan.shifts[open]}
          onKeep={keep}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  )
}

const OnDuty = ({ roster: { onDutyNow } }: { roster: Roster }) => {
  const t = useText(rosterText)
  return (
    <Section title={t('onDuty')}>
      <Card tint={onDutyNow.length > 0 ? 'green' : 'amber'}>
        <View className={styles.words}>{onDutyNow.map(({ name }) => name).join('、') || t('nobodyOnDuty')}</View>
      </Card>
    </Section>
  )
}

const SavedBy = ({ roster: { version, savedBy, savedAt } }: { roster: Roster }) => {
  const t = useText(rosterText)
  if (version === 0) return null
  return (
    <View className={styles.small}>
      {savedBy && savedAt
        ? t('savedBy', { version, name: savedBy, when: spokenDateTime(savedAt, 'zh') })
        : t('savedByNobody', { version })}
    </View>
  )
}
