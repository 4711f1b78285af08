import { cleanText } from '@little-bench/shared/kernel/text'
import { MAX_NAME_LENGTH } from '@little-bench/shared/work-queue/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Sheet } from '../../ui/sheet'
import { TextInput } from '../../ui/text-input'
import { showToast } from '../../ui/toast'
import { inboxText } from '../inbox.text'
import { kindsIn } from '../queue-filter'
import { useFilterChoices } from '../use-filter-choices'
import type { Inbox } from '../use-inbox'
import { newViewId, type SavedViewList } from '../use-saved-views'
import type { MyQueue } from '../work-item.api'
import styles from './save-view-sheet.module.scss'

interface SaveViewSheetProps {
  inbox: Inbox
  queue: MyQueue
  list: SavedViewList
  onClose: () => void
}

/** Gives what is shown a name. The id stays while the sheet is open: sent twice, it is saved once. */
export const SaveViewSheet = ({ inbox: { view, filter }, queue, list, onClose }: SaveViewSheetProps) => {
  const t = useText(inboxText)
  const { nameOf } = useFilterChoices(queue, filter, true)
  const [viewId] = useState(newViewId)
  const [typed, setTyped] = useState<string>()
  const [isAsked, setAsked] = useState(false)
  const suggested = [t(view), ...kindsIn(filter).map(nameOf)].join(' · ').slice(0, MAX_NAME_LENGTH)
  const name = cleanText(typed ?? suggested)
  const send = () => {
    setAsked(true)
    if (name === '') return
    const body = { name, queueId: queue.id, view, filter }
    list.save.mutate(
      { viewId, body },
      {
        onSuccess: () => {
          onClose()
          showToast(t('saved', { name }))
        },
      },
    )
  }
  return (
    <Sheet isOpen title={t('save')} onClose={onClose}>
      <View className={styles.about}>{t('saveAbout')}</View>
      <TextInput
        label={t('saveName')}
        value={typed ?? suggested}
        onChange={setTyped}
        maxLength={MAX_NAME_LENGTH}
        error={isAsked && name === '' ? t('saveNameMissing') : undefined}
        onConfirm={send}
      />
      {list.save.error && <ErrorNotice error={list.save.error} />}
      <View className={styles.send}>
        <Button kind='primary' isWide isBusy={list.save.isPending} onPress={send}>
          {t('saveSend')}
        </Button>
      </View>
    </Sheet>
  )
}
