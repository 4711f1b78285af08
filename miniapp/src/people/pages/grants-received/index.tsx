import { View } from '@tarojs/components'
import { OfflineWay } from '../../../communities'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Section } from '../../../ui/section'
import { Skeleton } from '../../../ui/skeleton'
import { AnswerGrantCard } from '../../components/answer-grant-card'
import { ReceivedGrantCard } from '../../components/received-grant-card'
import { SignedInOnly } from '../../components/signed-in-only'
import { isOpenGrant } from '../../grant-words'
import { GRANTS_KEY, useProxyGrants } from '../../grants.api'
import { grantsText } from '../../grants.text'
import styles from '../../people.module.scss'

/** For whom the person acts: what waits for an answer first, then whom they can act for now. */
export default function GrantsReceivedPage() {
  const t = useText(grantsText)
  useRefreshOnShow(GRANTS_KEY)
  // With somebody to answer or to act for, that is the main thing to do.
  const hasOpen = useProxyGrants().data?.received.some(isOpenGrant) ?? false
  return (
    <Page
      title={t('received')}
      action={
        <Button kind={hasOpen ? 'plain' : 'primary'} isWide onPress={() => openPage('people/pages/code/index')}>
          {t('enterCode')}
        </Button>
      }
    >
      <View className={styles.hint}>{t('receivedHint')}</View>
      <SignedInOnly>
        <Received />
      </SignedInOnly>
      <OfflineWay />
    </Page>
  )
}

const Received = () => {
  const t = useText(grantsText)
  const grants = useProxyGrants()
  if (grants.isPending) return <Skeleton cards={2} />
  if (!grants.data) return <ErrorNotice error={grants.error} onRetry={() => void grants.refetch()} />
  const { received } = grants.data
  const asking = received.filter(({ canAnswer }) => canAnswer)
  const open = received.filter((grant) => isOpenGrant(grant) && !grant.canAnswer)
  const ended = received.filter((grant) => !isOpenGrant(grant))
  return (
    <>
      {asking.length + open.length === 0 && (
        <Empty icon='person' title={t('receivedNone')} next={t('receivedNoneNext')} />
      )}
      {asking.map((grant) => (
        <AnswerGrantCard key={grant.id} grant={grant} />
      ))}
      {open.map((grant) => (
        <ReceivedGrantCard key={grant.id} grant={grant} />
      ))}
      {ended.length > 0 && (
        <Section title={t('before')}>
          {ended.map((grant) => (
            <ReceivedGrantCard key={grant.id} grant={grant} />
          ))}
        </Section>
      )}
    </>
  )
}
