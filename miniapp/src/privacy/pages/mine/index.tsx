import { isOpen } from '@little-bench/shared/work-queue/lifecycle'
import { View } from '@tarojs/components'
import { OfflineWay } from '../../../communities'
import { CONSENTS_KEY, SignedInOnly } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { Page } from '../../../ui/page'
import { Tile } from '../../../ui/tile'
import { TileGrid } from '../../../ui/tile-grid'
import { ConsentList } from '../../components/consent-list'
import { TakeMyData } from '../../components/take-my-data'
import { WhoLooked } from '../../components/who-looked'
import { usePrivacyRequests } from '../../privacy.api'
import styles from '../../privacy.module.scss'
import { privacyText } from '../../privacy.text'

/** What somebody may do about what is kept of them: agree and take it back, take a copy, ask for a change. */
export default function MyDataPage() {
  const t = useText(privacyText)
  const actingFor = useSession((session) => session.actingFor)
  useRefreshOnShow(CONSENTS_KEY)
  return (
    <Page title={actingFor ? t('mineFor', actingFor) : t('mine')}>
      <View className={styles.hint}>{t('mineHint')}</View>
      <SignedInOnly>
        <AskTile />
        <TakeMyData />
        <ConsentList />
        <WhoLooked />
      </SignedInOnly>
      <Button kind='quiet' onPress={() => openPage('privacy/pages/policy/index')}>
        {t('seePolicy')}
      </Button>
      <OfflineWay />
    </Page>
  )
}

const AskTile = () => {
  const t = useText(privacyText)
  const open = usePrivacyRequests().data?.filter(({ state }) => isOpen(state)).length ?? 0
  return (
    <TileGrid>
      <Tile
        name={t('ask')}
        icon='edit'
        now={open > 0 ? t('askOpen', { count: open }) : t('askNow')}
        onPress={() => openPage('privacy/pages/request/index')}
      />
    </TileGrid>
  )
}
