import { View } from '@tarojs/components'
import { OfflineWay, useMyCommunity } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { VolunteerTeamCard } from '../../components/volunteer-team-card'
import { TEAMS_KEY, useVolunteerTeams } from '../../volunteer.api'
import styles from '../../volunteer.module.scss'
import { volunteerText } from '../../volunteer.text'

/** Who looks out for hazards here, and what came of it. */
export default function VolunteersPage() {
  const t = useText(volunteerText)
  const { community, error, retry } = useMyCommunity()
  const teams = useVolunteerTeams(community?.id)
  useRefreshOnShow(TEAMS_KEY)
  const failure = error ?? (teams.data ? null : teams.error)
  return (
    <Page
      title={t('title')}
      action={
        <Button kind='primary' isWide icon='camera' onPress={() => openPage('issues/pages/snap/index')}>
          {t('snap')}
        </Button>
      }
    >
      <View className={styles.hint}>{t('hint')}</View>
      {failure && <ErrorNotice error={failure} onRetry={error ? retry : () => void teams.refetch()} />}
      {!teams.data && !failure && <Skeleton cards={2} />}
      {community && teams.data?.length === 0 && (
        <Empty title={t('none', { community: community.name })} next={t('noneNext')} />
      )}
      {community &&
        teams.data?.map((team) => <VolunteerTeamCard key={team.id} communityId={community.id} team={team} />)}
      <OfflineWay />
    </Page>
  )
}
