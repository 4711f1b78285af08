import { View } from '@tarojs/components'
import { OfflineWay } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { Page } from '../../../ui/page'
import { MY_ITEMS_KEY, OutboxList } from '../../../work-queue'
import { MyItemList } from '../../components/my-item-list'
import { ReportButton } from '../../components/report-button'
import styles from '../../issue.module.scss'
import { issueText } from '../../issue.text'

export default function MyItemsPage() {
  const t = useText(issueText)
  const isSignedIn = useSession((session) => session.person !== null)
  const actingFor = useSession((session) => session.actingFor)
  useRefreshOnShow(MY_ITEMS_KEY)
  return (
    <Page title={actingFor ? t('itemsFor', { name: actingFor.name }) : t('myItems')} action={<ReportButton />}>
      <OutboxList />
      {isSignedIn ? <MyItemList /> : <SignedOut />}
      <View className={styles.apart}>
        <Button kind='quiet' onPress={() => openPage('issues/pages/public/index')}>
          {t('seePublic')}
        </Button>
      </View>
      <OfflineWay />
    </Page>
  )
}

const SignedOut = () => {
  const t = useText(issueText)
  return (
    <Empty
      icon='person'
      title={t('signedOut')}
      next={t('signedOutNext')}
      action={<Button onPress={() => openPage('people/pages/sign-in/index')}>{t('signIn')}</Button>}
    />
  )
}
