import { View } from '@tarojs/components'
import { useState } from 'react'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { showToast } from '../../ui/toast'
import { type DayRoster, useCloseDay } from '../roster.api'
import { rosterText } from '../roster.text'

/** The centre stays closed on this day, after saying how many families are told. */
export const CloseDay = ({ communityId, roster }: { communityId: string; roster: DayRoster }) => {
  const t = useText(rosterText)
  const [isAsking, setAsking] = useState(false)
  const closing = useCloseDay({ communityId, centreId: roster.centreId })
  const close = () =>
    closing.mutate(roster.on, {
      onSuccess: ({ told }) => {
        showToast(t('dayClosed', { count: told }))
        setAsking(false)
      },
    })
  return (
    <>
      <Button kind='danger' onPress={() => setAsking(true)}>
        {t('closeDay')}
      </Button>
      {isAsking && (
        <Dialog
          isOpen
          title={t('closeDayTitle', { day: dateInSentence(roster.on) })}
          confirmWords={t('closeDay')}
          isDanger
          isBusy={closing.isPending}
          onConfirm={close}
          onClose={() => setAsking(false)}
        >
          {closing.isError && <ErrorNotice error={closing.error} />}
          <View>{t('closeDayWords', { count: roster.toTell })}</View>
        </Dialog>
      )}
    </>
  )
}
