import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { Sheet } from '../../ui/sheet'
import { TextInput } from '../../ui/text-input'
import { showToast } from '../../ui/toast'
import { type KitchenSheet, useSaveSitting } from '../kitchen.api'
import styles from '../kitchen.module.scss'
import { kitchenText } from '../kitchen.text'

interface SeatsProps {
  communityId: string
  sheet: KitchenSheet
}

/** How many seats there are, and the way to close a sitting: everybody who has ordered is told. */
export const Seats = ({ communityId, sheet }: SeatsProps) => {
  const t = useText(kitchenText)
  const [open, setOpen] = useState<'seats' | 'closing'>()
  const saving = useSaveSitting({ communityId, slotId: sheet.slotId })
  const { capacity, booked, waiting, isOpen } = sheet
  const told = booked + waiting
  const done = (words: string) => {
    setOpen(undefined)
    showToast(words)
  }
  const reopen = () => saving.mutate({ capacity, isOpen: true }, { onSuccess: () => done(t('saved')) })
  const close = () => saving.mutate({ capacity, isOpen: false }, { onSuccess: () => done(t('closedNow')) })
  if (!isOpen) {
    return (
      <View className={styles.notice}>
        <View className={styles.noticeWords}>{t('isClosed')}</View>
        {saving.error !== null && <ErrorNotice error={saving.error} />}
        <Button isBusy={saving.isPending} onPress={reopen}>
          {t('open')}
        </Button>
      </View>
    )
  }
  return (
    <>
      <Button isWide icon='edit' onPress={() => setOpen('seats')}>
        {t('seatsChange')}
      </Button>
      <Sheet isOpen={open === 'seats'} title={t('seatsTitle')} onClose={() => setOpen(undefined)}>
        <Capacity
          sheet={sheet}
          isBusy={saving.isPending}
          onSave={(seats) => saving.mutate({ capacity: seats, isOpen: true }, { onSuccess: () => done(t('saved')) })}
        />
        {saving.error !== null && <ErrorNotice error={saving.error} />}
        <View className={styles.ways}>
          <Button kind='danger' isWide onPress={() => setOpen('closing')}>
            {t('close')}
          </Button>
        </View>
      </Sheet>
      <Dialog
        isOpen={open === 'closing'}
        title={t('closeTitle')}
        confirmWords={t('closeYes')}
        isDanger
        isBusy={saving.isPending}
        onConfirm={close}
        onClose={() => setOpen(undefined)}
      >
        <View>{told > 0 ? t('closeWords', { count: told }) : t('closeNobody')}</View>
        {saving.error !== null && <ErrorNotice error={saving.error} />}
      </Dialog>
    </>
  )
}

interface CapacityProps {
  sheet: KitchenSheet
  isBusy: boolean
  onSave: (capacity: number) => void
}

const Capacity = ({ sheet, isBusy, onSave }: CapacityProps) => {
  const t = useText(kitchenText)
  const [typed, setTyped] = useState(String(sheet.capacity))
  const [isAsked, setAsked] = useState(false)
  const isNumber = /^\d{1,4}$/.test(typed.trim())
  const save = () => {
    setAsked(true)
    if (isNumber) onSave(Number(typed))
  }
  return (
    <>
      <TextInput
        label={t('capacity')}
        hint={t('capacityHint', { count: sheet.booked })}
        type='number'
        value={typed}
        maxLength={4}
        error={isAsked && !isNumber ? t('capacityWrong') : undefined}
        onChange={setTyped}
      />
      <Button kind='primary' isWide isBusy={isBusy} onPress={save}>
        {t('saveSeats')}
      </Button>
    </>
  )
}
