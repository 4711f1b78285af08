import type { StaffInvitation } from '@little-bench/shared/people/staff.contract'
import { View } from '@tarojs/components'
import { dateTimeInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { showToast } from '../../ui/toast'
import styles from '../people.module.scss'
import { roleText } from '../people.text'
import { useWithdrawInvitation } from '../staff.api'
import { staffText } from '../staff.text'

/** An invitation that nobody has accepted yet; taking it back makes its code worthless. */
export const InvitationCard = ({ invitation }: { invitation: StaffInvitation }) => {
  const t = useText(staffText)
  const tRole = useText(roleText)
  const withdrawing = useWithdrawInvitation()
  const { id, name, role, expiresAt } = invitation
  return (
    <Card>
      <View className={styles.name}>{name}</View>
      <View>{t('roleAt', { role: tRole(role.role), place: role.scopeName })}</View>
      <View className={styles.line}>{t('until', { until: dateTimeInSentence(expiresAt) })}</View>
      {withdrawing.isError && <ErrorNotice error={withdrawing.error} />}
      <Button
        isBusy={withdrawing.isPending}
        label={t('withdrawLabel', { name })}
        onPress={() => withdrawing.mutate(id, { onSuccess: () => showToast(t('withdrawn')) })}
      >
        {t('withdraw')}
      </Button>
    </Card>
  )
}
