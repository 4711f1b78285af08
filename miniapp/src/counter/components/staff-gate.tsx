import type { Permission } from '@little-bench/shared/people/permissions'
import type { PropsWithChildren } from 'react'
import { useText } from '../../platform/i18n/text'
import { HOME_PAGE, openPage, restartAt } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { counterText } from '../counter.text'
import { useStaffCommunityId } from '../use-staff-community'

/** Shows a page of the counter to those who may use it; the server decides the same for each call. */
export const StaffGate = ({ permission, children }: PropsWithChildren<{ permission: Permission }>) => {
  const t = useText(counterText)
  const isSignedIn = useSession(({ token }) => token !== null)
  const communityId = useStaffCommunityId(permission)
  if (!isSignedIn) {
    return (
      <Empty
        icon='person'
        title={t('signInTitle')}
        action={
          <Button kind='primary' onPress={() => openPage('people/pages/sign-in/index')}>
            {t('signIn')}
          </Button>
        }
      />
    )
  }
  if (communityId !== undefined) return children
  return (
    <Empty
      icon='lock'
      title={t('notStaff')}
      next={t('notStaffNext')}
      action={
        <Button icon='home' onPress={() => restartAt(HOME_PAGE)}>
          {t('home')}
        </Button>
      }
    />
  )
}
