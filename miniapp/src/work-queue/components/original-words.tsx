import { cleanText } from '@little-bench/shared/kernel/text'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { AttachedFiles } from '../../files'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { TextArea } from '../../ui/text-area'
import { fileText } from '../file.text'
import { useOriginal } from '../subject.api'
import type { WorkItem } from '../work-item.api'
import styles from './resident-words.module.scss'

const MAX_REASON_LENGTH = 200

/** What a covered report said at first, for staff who say why; shown once and kept nowhere. */
export const OriginalWords = ({ item }: { item: WorkItem }) => {
  const t = useText(fileText)
  const [isAsking, setAsking] = useState(false)
  const [hasTried, setTried] = useState(false)
  const [reason, setReason] = useState('')
  const reading = useOriginal(item)
  const isMissing = cleanText(reason) === ''
  const ask = () => {
    setTried(true)
    if (!isMissing) reading.mutate(reason, { onSuccess: () => setAsking(false) })
  }
  const hide = () => {
    reading.reset()
    setReason('')
    setTried(false)
  }
  if (reading.data) {
    const { description, hidden } = reading.data
    return (
      <View {...a11y({ role: 'status', live: 'polite' })}>
        <Card tint='violet'>
          <View className={styles.label}>{t('original')}</View>
          <View className={styles.words}>{description}</View>
          <AttachedFiles attachments={hidden} />
          <View className={styles.label}>{t('originalRead')}</View>
          <Button kind='quiet' onPress={hide}>
            {t('hideOriginal')}
          </Button>
        </Card>
      </View>
    )
  }
  return (
    <>
      <Button kind='quiet' icon='lock' onPress={() => setAsking(true)}>
        {t('seeOriginal')}
      </Button>
      <Dialog
        isOpen={isAsking}
        title={t('originalTitle')}
        confirmWords={t('seeOriginal')}
        isBusy={reading.isPending}
        onConfirm={ask}
        onClose={() => setAsking(false)}
      >
        <View>{t('originalWords')}</View>
        <TextArea
          label={t('reason')}
          isRequired
          error={hasTried && isMissing ? t('reasonMissing') : undefined}
          limit={MAX_REASON_LENGTH}
          value={reason}
          onChange={setReason}
        />
        {reading.isError && <ErrorNotice error={reading.error} />}
      </Dialog>
    </>
  )
}
