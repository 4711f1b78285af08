import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { classNames } from '../../ui/class-names'
import { ErrorNotice } from '../../ui/error-notice'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'
import type { SavedView } from '../desk.api'
import { inboxText } from '../inbox.text'
import { isSameFilter, kindsIn } from '../queue-filter'
import type { Inbox } from '../use-inbox'
import { useSavedViewList } from '../use-saved-views'
import type { MyQueue } from '../work-item.api'
import { SaveViewSheet } from './save-view-sheet'
import styles from './saved-views.module.scss'

interface SavedViewsProps {
  inbox: Inbox
  queue: MyQueue
}

/** Own views, one tap each; the one that is shown can be deleted, and that can be undone. */
export const SavedViews = ({ inbox, queue }: SavedViewsProps) => {
  const t = useText(inboxText)
  const list = useSavedViewList()
  const [isSaving, setSaving] = useState(false)
  const isShown = ({ queueId, view, filter }: SavedView) =>
    queueId === queue.id && view === inbox.view && isSameFilter(filter, inbox.filter)
  const shown = list.views.find(isShown)
  const canSave = !shown && (inbox.view !== 'open' || kindsIn(inbox.filter).length > 0)
  const error = list.forget.error ?? (isSaving ? null : list.save.error)
  return (
    <>
      {list.views.length > 0 && (
        <View className={styles.views} {...a11y({ role: 'group', label: t('savedViews') })}>
          {list.views.map((each) => (
            <Pressable
              key={each.id}
              current={each === shown ? 'true' : undefined}
              onPress={() => inbox.show({ queueId: each.queueId, view: each.view, filter: each.filter })}
              className={classNames(styles.view, each === shown && styles.chosen)}
            >
              <Icon name='star' className={styles.icon} />
              <Text>{each.name}</Text>
            </Pressable>
          ))}
        </View>
      )}
      {canSave && (
        <Button kind='quiet' onPress={() => setSaving(true)}>
          {t('save')}
        </Button>
      )}
      {shown && (
        <Button kind='quiet' isBusy={list.forget.isPending} onPress={() => list.forget.mutate(shown)}>
          {t('forget', { name: shown.name })}
        </Button>
      )}
      <View className={styles.said} {...a11y({ role: 'status', live: 'polite' })}>
        {list.forgotten && (
          <>
            <Text>{t('forgotten', { name: list.forgotten.name })}</Text>
            <Button icon='undo' isBusy={list.save.isPending} onPress={list.undo}>
              {t('undo')}
            </Button>
          </>
        )}
      </View>
      {error && <ErrorNotice error={error} />}
      {isSaving && <SaveViewSheet inbox={inbox} queue={queue} list={list} onClose={() => setSaving(false)} />}
    </>
  )
}
