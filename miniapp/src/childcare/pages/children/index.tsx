import { View } from '@tarojs/components'
import { OfflineWay, useMyCommunity } from '../../../communities'
import { CHILDREN_KEY, SignedInOnly, useChildren } from '../../../people'
import { useText } from '../../../platform/i18n/text'
import { openPage } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { childText } from '../../child.text'
import { MAX_CHILDREN } from '../../child-fields'
import styles from '../../childcare.module.scss'
import { ChildCard } from '../../components/child-card'

/** The children that somebody has written down. */
export default function ChildrenPage() {
  const t = useText(childText)
  const actingFor = useSession((session) => session.actingFor)
  const { community, error, retry } = useMyCommunity()
  const children = useChildren(community?.id)
  useRefreshOnShow(CHILDREN_KEY)
  const known = children.data
  const failure = error ?? (known ? null : children.error)
  const isFull = (known?.length ?? 0) >= MAX_CHILDREN
  return (
    <Page
      title={actingFor ? t('childrenFor', { name: actingFor.name }) : t('children')}
      action={
        known &&
        !isFull && (
          <Button kind='primary' isWide icon='plus' onPress={() => openPage('childcare/pages/child/index', {})}>
            {t('add')}
          </Button>
        )
      }
    >
      <View className={styles.hint}>{t('hint')}</View>
      <SignedInOnly>
        {failure && <ErrorNotice error={failure} onRetry={error ? retry : () => void children.refetch()} />}
        {!known && !failure && <Skeleton cards={2} />}
        {known?.length === 0 && <Empty icon='person' title={t('none')} next={t('noneNext')} />}
        {known?.map((child) => (
          <ChildCard key={child.id} child={child} />
        ))}
        {isFull && <Card tint='amber'>{t('full')}</Card>}
      </SignedInOnly>
      <OfflineWay />
    </Page>
  )
}
