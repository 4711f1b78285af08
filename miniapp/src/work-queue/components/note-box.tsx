import { cleanText, textLength } from '@little-bench/shared/kernel/text'
import { MAX_NOTE_LENGTH } from '@little-bench/shared/work-queue/limits'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { AttachField, useAttachments } from '../../files'
import { useDraft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Icon } from '../../ui/icon'
import { TextArea } from '../../ui/text-area'
import { showToast } from '../../ui/toast'
import { useWriteWords } from '../conversation.api'
import { conversationText } from '../conversation.text'
import type { WorkItem } from '../work-item.api'
import styles from './conversation.module.scss'

const EMPTY = { body: '' }

/** Between colleagues: violet with a dashed border and a lock, below the timeline, and written down at once. */
export const NoteBox = ({ item }: { item: WorkItem }) => {
  const t = useText(conversationText)
  const draft = useDraft(`note.${item.id}`, EMPTY)
  const [isOpen, setOpen] = useState(draft.wasRestored)
  const attachments = useAttachments()
  const [hasTried, setTried] = useState(false)
  const writing = useWriteWords(item, 'note')
  const body = cleanText(draft.fields.body)

  const send = () => {
    setTried(true)
    if (body === '' || textLength(body) > MAX_NOTE_LENGTH || attachments.hasFailed) return
    writing.mutate(
      { body, fileIds: attachments.fileIds, attemptKey: draft.attemptKey },
      {
        onSuccess: () => {
          draft.clear()
          attachments.clear()
          setTried(false)
          setOpen(false)
          showToast(t('noteDone'))
        },
      },
    )
  }
  return (
    <View className={styles.note} {...a11y({ role: 'region', label: t('note') })}>
      <View className={styles.head}>
        <Icon name='lock' />
        <View className={styles.words}>
          <Text className={styles.title}>{t('note')}</Text>
          <Text>{t('noteAbout')}</Text>
        </View>
      </View>
      {!isOpen && (
        <Button icon='edit' onPress={() => setOpen(true)}>
          {t('noteOpen')}
        </Button>
      )}
      {isOpen && (
        <>
          <TextArea
            label={t('noteLabel')}
            isRequired
            error={hasTried && body === '' ? t('noteMissing') : undefined}
            limit={MAX_NOTE_LENGTH}
            value={draft.fields.body}
            onChange={(words) => draft.change({ body: words })}
          />
          <AttachField attachments={attachments} hasVoice={false} />
          {draft.wasRestored && (
            <View className={styles.ways}>
              <Text>{t('draftKept')}</Text>
              <Button kind='quiet' onPress={draft.clear}>
                {t('startAfresh')}
              </Button>
            </View>
          )}
          {writing.error && <ErrorNotice error={writing.error} />}
          <View className={styles.ways}>
            <Button icon='lock' isBusy={writing.isPending || attachments.isBusy} onPress={send}>
              {t('noteSend')}
            </Button>
            <Button kind='quiet' onPress={() => setOpen(false)}>
              {t('fold')}
            </Button>
          </View>
        </>
      )}
    </View>
  )
}
