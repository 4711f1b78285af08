import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import type { Roster } from '../roster.api'
import { rosterText } from '../roster.text'
import { rosterChanges } from '../roster-changes'
import type { RosterEditing } from '../use-roster-plan'
import styles from './roster.module.scss'

interface RosterStaleProps {
  /** The newest version. */
  roster: Roster
  editing: RosterEditing
}

/** Somebody saved in between: what they changed, and whose version is to stand. */
export const RosterStale = ({ roster, editing }: RosterStaleProps) => {
  const t = useText(rosterText)
  const isKnown = roster.version !== editing.base.version
  const changes = rosterChanges(editing.base, roster, t)
  return (
    <View className={styles.stale} {...a11y({ role: 'alert' })}>
      <View className={styles.name}>{t('staleTitle')}</View>
      {isKnown && <View>{changes.length > 0 ? t('staleWords') : t('staleNothing')}</View>}
      {isKnown && changes.length > 0 && (
        <View {...a11y({ role: 'list' })}>
          {changes.map((words) => (
            <View key={words} className={styles.changed} {...a11y({ role: 'listitem' })}>
              {words}
            </View>
          ))}
        </View>
      )}
      <View className={styles.buttons}>
        <Button kind='primary' isBusy={editing.isSaving || !isKnown} onPress={editing.saveOver}>
          {t('saveMine')}
        </Button>
        <Button onPress={editing.giveUp}>{t('takeTheirs')}</Button>
      </View>
    </View>
  )
}
