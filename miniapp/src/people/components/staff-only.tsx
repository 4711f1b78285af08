import { hasPermission, type Permission } from '@little-bench/shared/people/permissions'
import type { PropsWithChildren } from 'react'
import { useText } from '../../platform/i18n/text'
import { HOME_PAGE, openPage, restartAt } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { peopleText } from '../people.text'
import { useWorkCommunityId } from '../use-work-community'
import { LockedDesk } from './locked-desk'

interface StaffOnlyProps {
  permission: Permission
  /** Also for whoever does this work for the whole town. */
  isForTown?: boolean
}

/**
 * What only those see who do this work; the server decides the same for each call. A session that has shown no second
 * proof yet is led to it.
 */
export const StaffOnly = ({ permission, isForTown = false, children }: PropsWithChildren<StaffOnlyProps>) => {
  const t = useText(peopleText)
  const isSignedIn = useSession(({ token }) => token !== null)
  const isLocked = useSession(({ desk }) => desk === 'locked')
  const isOfTown = useSession(({ person }) => person?.roles.some(({ role }) => hasPermission([role], permission)))
  const isOfCommunity = useWorkCommunityId(permission) !== undefined
  const isStaff = isOfCommunity || (isForTown && isOfTown)
  if (isSignedIn && isStaff) return children
  if (!isSignedIn) {
    const signIn = (
      <Button kind='primary' onPress={() => openPage('people/pages/sign-in/index')}>
        {t('signIn')}
      </Button>
    )
    return <Empty icon='person' title={t('signInToWork')} action={signIn} />
  }
  if (isLocked) return <LockedDesk />
  const home = (
    <Button icon='home' onPress={() => restartAt(HOME_PAGE)}>
      {t('home')}
    </Button>
  )
  return <Empty icon='lock' title={t('notYourWork')} next={t('notYourWorkNext')} action={home} />
}
