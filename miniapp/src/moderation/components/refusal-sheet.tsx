import { REFUSAL_REASON_TEXT, REFUSAL_REASONS, type RefusalReason } from '@little-bench/shared/moderation/holds'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { ChoiceList } from '../../ui/choice-list'
import { ErrorNotice } from '../../ui/error-notice'
import { Sheet } from '../../ui/sheet'
import styles from '../moderation.module.scss'
import { moderationText } from '../moderation.text'

interface RefusalSheetProps {
  isBusy: boolean
  error: unknown
  onRefuse: (reason: RefusalReason) => void
  onClose: () => void
}

/** Why neighbours do not see it, in the words that its reporter reads. */
export const RefusalSheet = ({ isBusy, error, onRefuse, onClose }: RefusalSheetProps) => {
  const t = useText(moderationText)
  const tReporter = useText(REFUSAL_REASON_TEXT)
  const [reason, setReason] = useState<RefusalReason | null>(null)
  const [isAsked, setAsked] = useState(false)
  const send = () => {
    setAsked(true)
    if (reason) onRefuse(reason)
  }
  return (
    <Sheet isOpen title={t('whyTitle')} onClose={onClose}>
      <ChoiceList
        label={t('reason')}
        hint={t('reasonHint')}
        isRequired
        choices={REFUSAL_REASONS.map((value) => ({ value, name: t(value), note: tReporter(value) }))}
        value={reason}
        onChange={setReason}
        error={isAsked && !reason ? t('reasonMissing') : undefined}
      />
      {error !== null && <ErrorNotice error={error} />}
      <View className={styles.send}>
        <Button kind='primary' isWide isBusy={isBusy} onPress={send}>
          {t('refuse')}
        </Button>
      </View>
    </Sheet>
  )
}
