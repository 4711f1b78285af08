import { MAX_GRANTS } from '@little-bench/shared/people/grants'
import { View } from '@tarojs/components'
import { OfflineWay } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Section } from '../../../ui/section'
import { Skeleton } from '../../../ui/skeleton'
import { FreezeSwitch } from '../../components/freeze-switch'
import { GivenGrantCard } from '../../components/given-grant-card'
import { SignedInOnly } from '../../components/signed-in-only'
import { isOpenGrant } from '../../grant-words'
import { GRANTS_KEY, useProxyGrants } from '../../grants.api'
import { grantsText } from '../../grants.text'
import styles from '../../people.module.scss'

/** Who may act for the person, and the ways to stop it: one of them, or all at once. */
export default function GrantsGivenPage() {
  const t = useText(grantsText)
  const grants = useProxyGrants()
  useRefreshOnShow(GRANTS_KEY)
  const isFull = (grants.data?.given.filter(isOpenGrant).length ?? 0) >= MAX_GRANTS
  return (
    <Page
      title={t('given')}
      action={
        <Button
          kind='primary'
          isWide
          isDisabled={!grants.data || isFull}
          onPress={() => openPage('people/pages/grant-offer/index')}
        >
          {t('offer')}
        </Button>
      }
    >
      <View className={styles.hint}>{t('givenHint')}</View>
      <SignedInOnly>
        {isFull && <Card tint='amber'>{t('limit')}</Card>}
        <Given />
        {grants.data && grants.data.given.length > 0 && (
          <Button kind='quiet' onPress={() => openPage('people/pages/proxy-acts/index')}>
            {t('seeActs')}
          </Button>
        )}
      </SignedInOnly>
      <OfflineWay />
    </Page>
  )
}

const Given = () => {
  const t = useText(grantsText)
  const grants = useProxyGrants()
  if (grants.isPending) return <Skeleton cards={2} />
  if (!grants.data) return <ErrorNotice error={grants.error} onRetry={() => void grants.refetch()} />
  const { given, isFrozen } = grants.data
  const open = given.filter(isOpenGrant)
  const ended = given.filter((grant) => !isOpenGrant(grant))
  return (
    <>
      {open.length === 0 && <Empty icon='person' title={t('givenNone')} next={t('givenNoneNext')} />}
      {open.map((grant) => (
        <GivenGrantCard key={grant.id} grant={grant} />
      ))}
      {(open.length > 0 || isFrozen) && <FreezeSwitch isFrozen={isFrozen} />}
      {ended.length > 0 && (
        <Section title={t('before')}>
          {ended.map((grant) => (
            <GivenGrantCard key={grant.id} grant={grant} />
          ))}
        </Section>
      )}
    </>
  )
}
