import { hasPermission } from '@little-bench/shared/people/permissions'
import { View } from '@tarojs/components'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Section } from '../../../ui/section'
import { Skeleton } from '../../../ui/skeleton'
import { InvitationCard } from '../../components/invitation-card'
import { StaffCard } from '../../components/staff-card'
import { StaffOnly } from '../../components/staff-only'
import styles from '../../people.module.scss'
import { STAFF_KEY, useStaff } from '../../staff.api'
import { staffText } from '../../staff.text'

/** Who works here, who is invited, and how either ends. */
export default function StaffPage() {
  const t = useText(staffText)
  const mayInvite = useSession(({ person }) => person?.roles.some(({ role }) => hasPermission([role], 'staff.invite')))
  useRefreshOnShow(STAFF_KEY)
  return (
    <Page
      title={t('staff')}
      isDesk
      action={
        mayInvite && (
          <Button kind='primary' isWide icon='plus' onPress={() => openPage('people/pages/invite-staff/index')}>
            {t('invite')}
          </Button>
        )
      }
    >
      <StaffOnly permission='staff.invite' isForTown>
        <View className={styles.hint}>{t('staffHint')}</View>
        <StaffList />
      </StaffOnly>
    </Page>
  )
}

const StaffList = () => {
  const t = useText(staffText)
  const staff = useStaff()
  if (staff.isPending) return <Skeleton cards={3} />
  if (!staff.data) return <ErrorNotice error={staff.error} onRetry={() => void staff.refetch()} />
  const { items, invitations } = staff.data
  if (items.length + invitations.length === 0) return <Empty icon='person' title={t('none')} next={t('noneNext')} />
  return (
    <>
      {invitations.length > 0 && (
        <Section title={t('invited')}>
          {invitations.map((invitation) => (
            <InvitationCard key={invitation.id} invitation={invitation} />
          ))}
        </Section>
      )}
      {items.length > 0 && (
        <Section title={t('staff')}>
          {items.map((member) => (
            <StaffCard key={member.personId} member={member} />
          ))}
        </Section>
      )}
    </>
  )
}
