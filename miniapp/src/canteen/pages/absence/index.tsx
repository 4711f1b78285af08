import { hasPermission } from '@little-bench/shared/people/permissions'
import { View } from '@tarojs/components'
import { OfflineWay, useMyCommunity } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { absenceText } from '../../absence.text'
import styles from '../../canteen.module.scss'
import { AbsenceForm, AbsenceOn } from '../../components/absence-form'
import { useAbsenceCheck } from '../../standing.api'

/** Whether somebody is asked after when they twice do not come: off until they agree, and off again with one tap. */
export default function AbsencePage() {
  const t = useText(absenceText)
  const isSignedIn = useSession((session) => session.person !== null)
  const { community, error, retry } = useMyCommunity()
  return (
    <Page title={t('title')}>
      <Card tint='blue'>
        <View className={styles.strong}>{t('what')}</View>
        <View>{t('whatKept')}</View>
      </Card>
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {!isSignedIn && (
        <Empty
          icon='person'
          title={t('notSignedIn')}
          action={<Button onPress={() => openPage('people/pages/sign-in/index')}>{t('signIn')}</Button>}
        />
      )}
      {isSignedIn && community && <Check communityId={community.id} />}
      <OfflineWay />
    </Page>
  )
}

const Check = ({ communityId }: { communityId: string }) => {
  const t = useText(absenceText)
  const isActing = useSession((session) => session.actingFor !== null)
  const roles = useSession((session) => session.person)?.roles.map(({ role }) => role) ?? []
  const check = useAbsenceCheck(communityId)
  if (check.error && !check.data) return <ErrorNotice error={check.error} onRetry={() => void check.refetch()} />
  if (!check.data) return <Skeleton cards={1} />
  // Family may look; to agree is for the person alone, or with staff beside them.
  if (isActing && !hasPermission(roles, 'resident.assist')) return <Card tint='amber'>{t('onlySelf')}</Card>
  return check.data.isOn ? (
    <AbsenceOn communityId={communityId} check={check.data} />
  ) : (
    <AbsenceForm communityId={communityId} check={check.data} />
  )
}
