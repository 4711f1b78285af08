import type { Permission } from '@little-bench/shared/people/permissions'
import type { PropsWithChildren } from 'react'
import { useText } from '../../platform/i18n/text'
import { HOME_PAGE, openPage, restartAt } from '../../platform/navigation'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { peopleText } from '../people.text'
import { useWorkCommunityId } from '../use-work-community'

/** What only those see who do this work; the server decides the same for each call. */
export const StaffOnly = ({ permission, children }: PropsWithChildren<{ permission: Permission }>) => {
  const t = useText(peopleText)
  const isSignedIn = useSession(({ token }) => token !== null)
  const isStaff = useWorkCommunityId(permission) !== undefined
  if (isSignedIn && isStaff) return children
  if (!isSignedIn) {
    const signIn = (
      <Button kind='primary' onPress={() => openPage('people/pages/sign-in/index')}>
        {t('signIn')}
      </Button>
    )
    return <Empty icon='person' title={t('signInToWork')} action={signIn} />
  }
  const home = (
    <Button icon='home' onPress={() => restartAt(HOME_PAGE)}>
      {t('home')}
    </Button>
  )
  return <Empty icon='lock' title={t('notYourWork')} next={t('notYourWorkNext')} action={home} />
}
