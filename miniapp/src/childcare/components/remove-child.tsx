import type { Child } from '@little-bench/shared/people/child.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useRemoveChild } from '../../people'
import { CallError } from '../../platform/call-error'
import { useText } from '../../platform/i18n/text'
import { goBack, openPage } from '../../platform/navigation'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { showToast } from '../../ui/toast'
import { childText } from '../child.text'
import styles from '../childcare.module.scss'

/** Forgets a child, after saying what goes. */
export const RemoveChild = ({ communityId, child }: { communityId: string; child: Child }) => {
  const t = useText(childText)
  const [isAsking, setAsking] = useState(false)
  const removing = useRemoveChild(communityId)
  const hasBookings = removing.error instanceof CallError && removing.error.code === 'child_has_bookings'
  const remove = () =>
    removing.mutate(child.id, {
      onSuccess: () => {
        showToast(t('removed'))
        goBack()
      },
    })
  return (
    <View className={styles.block}>
      <Button kind='danger' onPress={() => setAsking(true)}>
        {t('remove')}
      </Button>
      {isAsking && (
        <Dialog
          isOpen
          title={t('removeTitle', { name: child.nickname })}
          confirmWords={t('remove')}
          isDanger
          isBusy={removing.isPending}
          onConfirm={remove}
          onClose={() => setAsking(false)}
        >
          {removing.isError && <ErrorNotice error={removing.error} />}
          {hasBookings && (
            <Button icon='calendar' isWide onPress={() => openPage('bookings/pages/mine/index')}>
              {t('bookingsFirst')}
            </Button>
          )}
          <View>{t('removeWords')}</View>
        </Dialog>
      )}
    </View>
  )
}
