import { View } from '@tarojs/components'
import { spokenDateTime } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Page } from '../../ui/page'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import { StatusChip } from '../../ui/status-chip'
import { gridRedrawText } from '../grid-redraw.text'
import { type GridRedraw, useGridRedraws } from '../oversight.api'
import type { GridRedrawAttempt } from '../use-grid-redraw'
import styles from './redraw.module.scss'

interface RedrawListProps {
  communityId: string
  attempt: GridRedrawAttempt
}

/** The new maps that configuration holds, put to use or not. */
export const RedrawList = ({ communityId, attempt: { preview } }: RedrawListProps) => {
  const t = useText(gridRedrawText)
  const redraws = useGridRedraws(communityId)
  const items = redraws.data?.items ?? []
  return (
    <Page isDesk title={t('title')}>
      <View className={styles.words}>{t('about')}</View>
      {preview.error && <ErrorNotice error={preview.error} />}
      {redraws.error && <ErrorNotice error={redraws.error} onRetry={() => void redraws.refetch()} />}
      {redraws.isPending && <Skeleton cards={1} />}
      {redraws.data && items.length === 0 && <Empty icon='pin' title={t('noMaps')} next={t('noMapsNext')} />}
      {items.length > 0 && (
        <Section title={t('maps')}>
          {items.map((redraw) => (
            <RedrawCard
              key={redraw.id}
              redraw={redraw}
              isBusy={preview.isPending}
              onPreview={() => preview.mutate(redraw.id)}
            />
          ))}
        </Section>
      )}
    </Page>
  )
}

interface RedrawCardProps {
  redraw: GridRedraw
  isBusy: boolean
  onPreview: () => void
}

const RedrawCard = ({ redraw, isBusy, onPreview }: RedrawCardProps) => {
  const t = useText(gridRedrawText)
  const { name, cellsBefore, cellsAfter, appliedAt, demo } = redraw
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.name}>{demo ? `${name}（${t('demo')}）` : name}</View>
        {appliedAt ? (
          <StatusChip word={t('applied')} tone='good' />
        ) : (
          <StatusChip word={t('notApplied')} tone='waiting' />
        )}
      </View>
      <View className={styles.words}>{t('cells', { before: cellsBefore, after: cellsAfter })}</View>
      {appliedAt ? (
        <View className={styles.words}>{t('appliedAt', { when: spokenDateTime(appliedAt, 'zh') })}</View>
      ) : (
        <Button isBusy={isBusy} onPress={onPreview}>
          {t('preview', { name })}
        </Button>
      )}
    </Card>
  )
}
