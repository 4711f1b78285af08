import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import { FactList } from '../../ui/fact-list'
import { Page } from '../../ui/page'
import { Section } from '../../ui/section'
import { gridRedrawText } from '../grid-redraw.text'
import type { GridRedrawPlan } from '../oversight.api'
import { goesElsewhere, movesByCell } from '../redraw-plan'
import type { GridRedrawAttempt } from '../use-grid-redraw'
import styles from './redraw.module.scss'
import { RedrawMoves } from './redraw-moves'

interface RedrawPlanProps {
  plan: GridRedrawPlan
  attempt: GridRedrawAttempt
}

/** What a new map would move, where and why; put to use only after a second question that names the number. */
export const RedrawPlan = ({ plan, attempt: { preview, apply, leave, wasStale } }: RedrawPlanProps) => {
  const t = useText(gridRedrawText)
  const [isAsking, setAsking] = useState(false)
  const { redraw, openItems, staff } = plan
  const moving = plan.moves.filter(goesElsewhere).length
  const staying = plan.moves.filter((move) => !goesElsewhere(move))
  const empty = staff.filter(({ names }) => names.length === 0).length
  const confirm = () => apply.mutate(plan, { onSettled: () => setAsking(false) })
  const action = apply.data ? (
    <Button kind='primary' isWide onPress={leave}>
      {t('back')}
    </Button>
  ) : (
    <Button kind='primary' isWide isBusy={preview.isPending} onPress={() => setAsking(true)}>
      {t('apply')}
    </Button>
  )
  return (
    <Page isDesk title={t('plan', { name: redraw.name })} isWide action={action}>
      <View {...a11y({ role: 'status', live: 'polite' })}>
        {apply.data && (
          <Card tint='green'>
            <View className={styles.words}>{t('done', { count: moving })}</View>
          </Card>
        )}
        {wasStale && !apply.data && (
          <Card tint='amber'>
            <View className={styles.words}>{t('stale')}</View>
          </Card>
        )}
      </View>
      {apply.error && !wasStale && <ErrorNotice error={apply.error} />}
      {preview.error && <ErrorNotice error={preview.error} onRetry={() => preview.mutate(redraw.id)} />}
      <View className={styles.counts}>{t('counts', { open: openItems, moving, staying: openItems - moving })}</View>
      {!apply.data && <View className={styles.words}>{t('nothingYet')}</View>}
      <Section title={t('moves')}>
        {movesByCell(plan).map(({ cell, moves }) => (
          <RedrawMoves
            key={cell ?? ''}
            title={t('cellMoves', { cell: cell ?? t('noCell'), count: moves.length })}
            moves={moves}
          />
        ))}
        {staying.length > 0 && <RedrawMoves title={t('stays', { count: staying.length })} moves={staying} />}
      </Section>
      <Section title={t('staff')}>
        {empty > 0 && (
          <Card tint='amber'>
            <View className={styles.words}>{t('nobodyWarning', { count: empty })}</View>
          </Card>
        )}
        <FactList
          facts={staff.map(({ gridCell, names }) => ({ name: gridCell, value: names.join('、') || t('nobody') }))}
        />
      </Section>
      <Dialog
        isOpen={isAsking}
        title={t('applyTitle', { name: redraw.name })}
        confirmWords={t('applyConfirm', { count: moving })}
        isDanger
        isBusy={apply.isPending}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        <View className={styles.words}>{t('applyWords', { count: moving })}</View>
      </Dialog>
    </Page>
  )
}
