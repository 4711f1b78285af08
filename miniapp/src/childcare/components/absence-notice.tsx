import { ABSENCE_REASONS, type AbsenceReason } from '@little-bench/shared/childcare/sessions'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { ChoiceList } from '../../ui/choice-list'
import { ErrorNotice } from '../../ui/error-notice'
import { Sheet } from '../../ui/sheet'
import { showToast } from '../../ui/toast'
import { type ChildcareBooking, useReportAbsence } from '../childcare.api'
import styles from '../childcare.module.scss'
import { childcareText } from '../childcare.text'

/** After the cut-off: the child does not come. One of three reasons, and no diagnosis. */
export const AbsenceNotice = ({ booking: { communityId, id } }: { booking: ChildcareBooking }) => {
  const t = useText(childcareText)
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState<AbsenceReason | null>(null)
  const [hasTried, setTried] = useState(false)
  const reporting = useReportAbsence({ communityId, bookingId: id })
  const send = () => {
    if (reason === null) return setTried(true)
    reporting.mutate(reason, {
      onSuccess: () => {
        showToast(t('absenceSaid'))
        setOpen(false)
      },
    })
  }
  return (
    <>
      <View className={styles.line}>{t('absenceWords')}</View>
      <Button isWide icon='undo' onPress={() => setOpen(true)}>
        {t('absence')}
      </Button>
      {isOpen && (
        <Sheet isOpen title={t('absence')} onClose={() => setOpen(false)}>
          {reporting.isError && <ErrorNotice error={reporting.error} />}
          <ChoiceList<AbsenceReason>
            label={t('whyAbsent')}
            hint={t('whyAbsentHint')}
            isRequired
            error={hasTried && reason === null ? t('absenceMissing') : undefined}
            choices={ABSENCE_REASONS.map((value) => ({ value, name: t(value) }))}
            value={reason}
            onChange={setReason}
          />
          <Button kind='primary' isWide isBusy={reporting.isPending} onPress={send}>
            {t('sayAbsence')}
          </Button>
        </Sheet>
      )}
    </>
  )
}
