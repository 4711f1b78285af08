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
import { useDeskShortcut } from '../desk-shortcuts'
import { focusReply, REPLY_ID } from '../reply-focus'
import type { WorkItem } from '../work-item.api'
import styles from './conversation.module.scss'
import { ReplyConfirm } from './reply-confirm'
import { ReplyTemplates } from './reply-templates'

const EMPTY = { body: '' }

/** To the resident: blue, under the resident's own words, and asked once more before it leaves. */
export const ReplyBox = ({ item }: { item: WorkItem }) => {
  const t = useText(conversationText)
  const draft = useDraft(`reply.${item.id}`, EMPTY)
  const [isOpen, setOpen] = useState(draft.wasRestored)
  const attachments = useAttachments()
  const [hasTried, setTried] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const writing = useWriteWords(item, 'reply')
  const body = cleanText(draft.fields.body)
  useDeskShortcut('onReply', item.id, () => {
    setOpen(true)
    focusReply()
  })

  const ask = () => {
    setTried(true)
    if (body !== '' && textLength(body) <= MAX_NOTE_LENGTH && !attachments.hasFailed) setAsking(true)
  }
  const send = () =>
    writing.mutate(
      { body, fileIds: attachments.fileIds, attemptKey: draft.attemptKey },
      {
        onSuccess: () => {
          draft.clear()
          attachments.clear()
          setTried(false)
          setOpen(false)
          showToast(t('replyDone'))
        },
        onSettled: () => setAsking(false),
      },
    )
  return (
    <View id={REPLY_ID} className={styles.reply} {...a11y({ role: 'region', label: t('reply') })}>
      <View className={styles.head}>
        <Icon name='send' />
        <View className={styles.words}>
          <Text className={styles.title}>{t('reply')}</Text>
          <Text>{t('replyAbout')}</Text>
        </View>
      </View>
      {!isOpen && (
        <Button icon='speech' onPress={() => setOpen(true)}>
          {t('replyOpen')}
        </Button>
      )}
      {isOpen && (
        <>
          <ReplyTemplates item={item} draft={draft} />
          <TextArea
            label={t('replyLabel')}
            hint={t('replyHint')}
            isRequired
            error={hasTried && body === '' ? t('replyMissing') : undefined}
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
            <Button kind='primary' icon='send' isBusy={writing.isPending || attachments.isBusy} onPress={ask}>
              {t('replySend')}
            </Button>
            <Button kind='quiet' onPress={() => setOpen(false)}>
              {t('fold')}
            </Button>
          </View>
        </>
      )}
      {isAsking && (
        <ReplyConfirm
          item={item}
          body={body}
          photos={attachments.fileIds.length}
          isBusy={writing.isPending}
          onConfirm={send}
          onClose={() => setAsking(false)}
        />
      )}
    </View>
  )
}
