import { View } from '@tarojs/components'
import { OfflineWay } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Section } from '../../../ui/section'
import { Skeleton } from '../../../ui/skeleton'
import { ACCOUNT_KEY, useAccount } from '../../account.api'
import { accountText } from '../../account.text'
import { BoundSection } from '../../components/bound-section'
import { DevicesSection } from '../../components/devices-section'
import { OwnAccountOnly } from '../../components/own-account-only'
import { SignOut } from '../../components/sign-out'
import styles from '../../people.module.scss'

/** How somebody is found again, where they are signed in, and the ways out: of a device, of all, for good. */
export default function AccountPage() {
  const t = useText(accountText)
  useRefreshOnShow(ACCOUNT_KEY)
  return (
    <Page title={t('account')}>
      <OwnAccountOnly>
        <AccountParts />
      </OwnAccountOnly>
      <OfflineWay />
    </Page>
  )
}

const AccountParts = () => {
  const t = useText(accountText)
  const account = useAccount()
  return (
    <>
      {account.isPending && <Skeleton cards={2} />}
      {account.error && <ErrorNotice error={account.error} onRetry={() => void account.refetch()} />}
      {account.data && <BoundSection account={account.data} />}
      <DevicesSection />
      <SignOut />
      <Section title={t('close')}>
        <View className={styles.hint}>{t('closeWords')}</View>
        <Button kind='quiet' icon='forward' onPress={() => openPage('people/pages/close-account/index')}>
          {t('closeNext')}
        </Button>
      </Section>
    </>
  )
}
