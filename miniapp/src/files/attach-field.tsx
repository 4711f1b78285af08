import { Text, View } from '@tarojs/components'
import { CallError } from '../platform/call-error'
import { useText } from '../platform/i18n/text'
import { a11y } from '../ui/a11y'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { fileText } from './file.text'
import styles from './files.module.scss'
import { PhotoPicker } from './photo-picker'
import type { Attachment, Attachments } from './use-attachments'
import { VoiceRecorder } from './voice-recorder'

interface AttachFieldProps {
  attachments: Attachments
  /** Staff write and show; residents may also speak. */
  hasVoice?: boolean
}

/**
 * Photos and a voice note beside a few words, each on its way as soon as it is chosen:
 * `const attachments = useAttachments()`, and send `attachments.fileIds` once it `isBusy` no longer.
 */
export const AttachField = ({ attachments, hasVoice = true }: AttachFieldProps) => {
  const { items, add, remove } = attachments
  const photos = items.map(({ file }) => file).filter(({ kind }) => kind === 'photo')
  const voice = items.map(({ file }) => file).find(({ kind }) => kind === 'voice')
  return (
    <>
      <PhotoPicker photos={photos} onAdd={add} onRemove={remove} />
      {hasVoice && <VoiceRecorder voice={voice} onAdd={(file) => add([file])} onRemove={remove} />}
      <UploadStates attachments={attachments} />
    </>
  )
}

const UploadStates = ({ attachments: { items, hasFailed, retry } }: { attachments: Attachments }) => {
  const t = useText(fileText)
  const photos = items.filter(({ file }) => file.kind === 'photo')
  const nameOf = ({ file }: Attachment) =>
    file.kind === 'voice' ? t('voice') : t('photoAt', { number: photos.findIndex((each) => each.file === file) + 1 })
  const unfinished = items.filter(({ upload }) => !upload.isDone)
  if (unfinished.length === 0) return null
  return (
    <View className={styles.block} {...a11y({ role: 'status', live: 'polite' })}>
      {unfinished.map((item) =>
        item.error ? (
          <View key={item.file.id} className={styles.error}>
            <Icon name='alert' />
            <Text>
              {t('notSent', { name: nameOf(item) })}
              {sentenceOf(item.error)}
            </Text>
          </View>
        ) : (
          <View key={item.file.id} className={styles.state}>
            {t('sending', { name: nameOf(item), percent: percentOf(item) })}
          </View>
        ),
      )}
      {hasFailed && (
        <Button icon='refresh' onPress={retry}>
          {t('sendAgain')}
        </Button>
      )}
    </View>
  )
}

const percentOf = ({ file, upload }: Attachment) =>
  Math.floor((Math.min(upload.received, file.bytes) / file.bytes) * 100)

const sentenceOf = (error: unknown) => (error instanceof CallError ? error.message : '')
