import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { OfflineWay } from '../../../communities'
import { SignedInOnly } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { ASKED_KEY, type AskedMove, useAskedItem } from '../../asked.api'
import { askedText } from '../../asked.text'
import { AskedDialog } from '../../components/asked-dialog'
import { AskedView } from '../../components/asked-view'
import styles from '../../privacy.module.scss'

/** One request to correct or delete: how far it is, and what can still be said. */
export default function AskedPage() {
  const t = useText(askedText)
  const { communityId = '', workItemId = '' } = useRouter().params
  const query = useAskedItem({ communityId, workItemId })
  const item = query.data
  const [asked, setAsked] = useState<AskedMove | null>(null)
  useRefreshOnShow(ASKED_KEY)
  const mayMove = (wanted: AskedMove) => item?.allowedMoves.some(({ move }) => move === wanted) === true
  const mayAnswer = mayMove('answer')
  return (
    <Page
      title={t('title')}
      action={
        mayAnswer && (
          <Button kind='primary' isWide icon='speech' onPress={() => setAsked('answer')}>
            {t('answer')}
          </Button>
        )
      }
    >
      <SignedInOnly>
        {query.isPending && <Skeleton cards={2} />}
        {query.error && !item && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
        {item && <AskedView item={item} />}
        <View className={styles.ways}>
          {item?.canReply && !mayAnswer && (
            <Button icon='edit' onPress={() => setAsked('add')}>
              {t('add')}
            </Button>
          )}
          {mayMove('withdraw') && (
            <Button kind='danger' icon='undo' onPress={() => setAsked('withdraw')}>
              {t('withdraw')}
            </Button>
          )}
        </View>
      </SignedInOnly>
      <OfflineWay communityId={communityId || undefined} />
      {item && asked && <AskedDialog key={asked} move={asked} item={item} onClose={() => setAsked(null)} />}
    </Page>
  )
}
