import { addDays, shanghaiTime } from '@little-bench/shared/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { spokenDate } from '../../platform/dates'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { useNow } from '../../platform/use-now'
import { Button } from '../../ui/button'
import { ErrorNotice } from '../../ui/error-notice'
import { Sheet } from '../../ui/sheet'
import { TextArea } from '../../ui/text-area'
import { showToast } from '../../ui/toast'
import { ToggleChips } from '../../ui/toggle-chips'
import { MAX_NOTE } from '../ask-fields'
import styles from '../pension.module.scss'
import { useRescheduleVisit } from '../proof.api'
import { visitText } from '../visit.text'

const DAYS = 14

/** Another day: which days do not suit. The place in the order stays. */
export const RescheduleVisit = (visit: { communityId: string; visitId: string }) => {
  const t = useText(visitText)
  const language = useDisplaySettings((settings) => settings.language)
  const today = shanghaiTime(useNow()).date
  const [isOpen, setOpen] = useState(false)
  const [notOn, setNotOn] = useState<readonly string[]>([])
  const [note, setNote] = useState('')
  const sending = useRescheduleVisit(visit)
  const send = () =>
    sending.mutate(
      { notOn: [...notOn], ...(note.trim() !== '' && { note: note.trim() }) },
      {
        onSuccess: () => {
          showToast(t('otherSent'))
          setOpen(false)
        },
      },
    )
  const days = Array.from({ length: DAYS }, (_unused, index) => addDays(today, index))
  return (
    <>
      <Button icon='calendar' isWide onPress={() => setOpen(true)}>
        {t('otherDay')}
      </Button>
      <Sheet isOpen={isOpen} title={t('otherDay')} onClose={() => setOpen(false)}>
        <View className={styles.hint}>{t('otherDayWords')}</View>
        <ToggleChips<string>
          label={t('notOn')}
          choices={days.map((day) => ({ value: day, name: spokenDate(day, language) }))}
          chosen={notOn}
          onChange={setNotOn}
        />
        <TextArea label={t('otherNote')} limit={MAX_NOTE} value={note} onChange={setNote} />
        {sending.error !== null && <ErrorNotice error={sending.error} />}
        <View className={styles.ways}>
          <Button kind='primary' isWide isBusy={sending.isPending} onPress={send}>
            {t('otherSend')}
          </Button>
        </View>
      </Sheet>
    </>
  )
}
