import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { showToast } from '../../ui/toast'
import { type CaseAccess, type MediationCase, useLeaveCase } from '../case.api'
import { caseText } from '../case.text'
import styles from '../mediation.module.scss'

interface LeaveCaseProps {
  access: CaseAccess
  found: MediationCase
}

/** Ends it for both, after saying what follows; no reason is asked. */
export const LeaveCase = ({ access, found: { state, yourSide, version } }: LeaveCaseProps) => {
  const t = useText(caseText)
  const [isAsking, setAsking] = useState(false)
  const leaving = useLeaveCase(access)
  // Whoever is only invited says no on the invitation itself.
  if (state === 'inviting' && yourSide === 'respondent') return null
  const leave = () =>
    leaving.mutate(version, {
      onSuccess: () => {
        showToast(t('left'))
        setAsking(false)
      },
    })
  return (
    <View className={styles.block}>
      <Button kind='danger' isWide onPress={() => setAsking(true)}>
        {t('leave')}
      </Button>
      {isAsking && (
        <Dialog
          isOpen
          title={t('leaveTitle')}
          confirmWords={t('leave')}
          isDanger
          isBusy={leaving.isPending}
          onConfirm={leave}
          onClose={() => setAsking(false)}
        >
          {leaving.error !== null && <ErrorNotice error={leaving.error} />}
          <View>{t('leaveWords')}</View>
        </Dialog>
      )}
    </View>
  )
}
