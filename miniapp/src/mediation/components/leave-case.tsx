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
  /** What stands on the button where it answers a question. */
  words?: string
}

/** Ends it for both, after saying what follows; no reason is asked. */
export const LeaveCase = ({ access, found: { state, yourSide, version }, words }: LeaveCaseProps) => {
  const t = useText(caseText)
  const label = words ?? t('leave')
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
        {label}
      </Button>
      {isAsking && (
        <Dialog
          isOpen
          title={t('leaveTitle')}
          confirmWords={label}
          isDanger
          isBusy={leaving.isPending}
          onConfirm={leave}
          onClose={() => setAsking(false)}
        >
          {leaving.error !== null && <ErrorNotice error={leaving.error} />}
          <View>{t(state === 'requested' ? 'leaveUninvited' : 'leaveWords')}</View>
        </Dialog>
      )}
    </View>
  )
}
