import { View } from '@tarojs/components'
import { useState } from 'react'
import { StaffOnly } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { a11y } from '../../../ui/a11y'
import { Button } from '../../../ui/button'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { FactCheckSheet } from '../../components/fact-check-sheet'
import { FactToVerifyCard } from '../../components/fact-to-verify-card'
import styles from '../../counter.module.scss'
import { type FactToVerify, useFactsToVerify } from '../../fact.api'
import { factText } from '../../fact.text'

/** What residents said about themselves and staff must see evidence of: of the whole community, or of one's own cells. */
export default function FactCheckPage() {
  const t = useText(factText)
  return (
    <Page isDesk title={t('factCheck')}>
      <StaffOnly permission='fact.verify'>
        <FactsToVerify />
      </StaffOnly>
    </Page>
  )
}

const FactsToVerify = () => {
  const t = useText(factText)
  const list = useFactsToVerify()
  // Here and not in the card: a claim that a colleague settles meanwhile leaves the list, and its answer must be read.
  const [checking, setChecking] = useState<FactToVerify>()
  const waiting = list.data?.pages.flatMap(({ items }) => items)
  if (list.isPending) return <Skeleton cards={3} />
  return (
    <>
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {waiting?.length === 0 && <Empty icon='check' title={t('empty')} next={t('emptyNext')} />}
      <View className={styles.list} {...a11y({ role: 'list', label: t('list') })}>
        {waiting?.map((toVerify) => (
          <View key={toVerify.fact.id} {...a11y({ role: 'listitem' })}>
            <FactToVerifyCard toVerify={toVerify} onOpen={() => setChecking(toVerify)} />
          </View>
        ))}
      </View>
      {list.hasNextPage && (
        <Button icon='down' isWide isBusy={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {checking && (
        <FactCheckSheet
          key={checking.fact.id}
          fact={checking.fact}
          residentId={checking.resident.id}
          onClose={() => setChecking(undefined)}
        />
      )}
    </>
  )
}
