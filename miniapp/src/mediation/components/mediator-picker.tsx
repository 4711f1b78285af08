import { DISPUTE_KIND_TEXT, type DisputeKind, MAX_TRUSTED } from '@little-bench/shared/mediation/kinds'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { Segmented } from '../../ui/segmented'
import { Skeleton } from '../../ui/skeleton'
import { TickBox } from '../../ui/tick-box'
import { useMediators } from '../case.api'
import styles from '../mediation.module.scss'
import { LANGUAGES } from '../mediation-words'
import { requestText } from '../request.text'
import { MediatorChoice } from './mediator-choice'

interface MediatorPickerProps {
  communityId: string
  token: string | null
  /** What it is about: those who know it can be shown alone. */
  kind: DisputeKind
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

const TONGUES = ['all', ...LANGUAGES] as const

/** Whom somebody would trust: filtered by tongue and kind; ticks that a filter hides stay. */
export const MediatorPicker = ({ communityId, token, kind, chosen, onChange }: MediatorPickerProps) => {
  const t = useText(requestText)
  const tKind = useText(DISPUTE_KIND_TEXT)
  const mediators = useMediators({ communityId, token }, undefined)
  const [tongue, setTongue] = useState<(typeof TONGUES)[number]>('all')
  const [isKindOnly, setKindOnly] = useState(false)
  if (mediators.isPending) return <Skeleton cards={3} />
  if (!mediators.data) return <ErrorNotice error={mediators.error} onRetry={() => void mediators.refetch()} />
  const fitting = mediators.data
    .filter(({ languages }) => tongue === 'all' || languages.includes(tongue))
    .filter(({ kinds }) => !isKindOnly || kinds.includes(kind))
  const shown = [...fitting.filter(({ isOnLeave }) => !isOnLeave), ...fitting.filter(({ isOnLeave }) => isOnLeave)]
  return (
    <>
      <View className={styles.hint}>{t('mediatorsWords')}</View>
      <Card tint='green'>{t('mediatorsSecret')}</Card>
      <View className={styles.stack}>
        <Segmented
          label={t('filterLanguage')}
          segments={TONGUES.map((value) => ({ value, name: t(value) }))}
          value={tongue}
          onChange={setTongue}
        />
        <TickBox words={`${t('filterKind')}：${tKind(kind)}`} isTicked={isKindOnly} onChange={setKindOnly} />
        <View {...a11y({ role: 'status', live: 'polite' })}>
          {chosen.length === 0 ? t('chosenNone') : t('chosenCount', { count: chosen.length })}
          {chosen.length >= MAX_TRUSTED && `。${t('fiveAlready')}`}
        </View>
      </View>
      {shown.length === 0 && <View className={styles.hint}>{t('noneFit')}</View>}
      <MediatorChoice mediators={shown} chosen={chosen} onChange={onChange} />
    </>
  )
}
