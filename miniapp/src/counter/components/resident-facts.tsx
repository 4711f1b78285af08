import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Empty } from '../../ui/empty'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { Skeleton } from '../../ui/skeleton'
import { showToast } from '../../ui/toast'
import styles from '../counter.module.scss'
import { type Fact, useResidentFacts, useWithdrawFor } from '../fact.api'
import { factText } from '../fact.text'
import { useFactRule } from '../fact-words'
import { useMay } from '../use-staff-community'
import { FactCheckSheet } from './fact-check-sheet'
import { RecordFactSheet } from './record-fact-sheet'
import { ResidentFactCard } from './resident-fact-card'

/** What is known about the person who is here: verified against what they show, recorded, or taken back. */
export const ResidentFacts = ({ residentId }: { residentId: string }) => {
  const t = useText(factText)
  const facts = useResidentFacts(residentId)
  const mayVerify = useMay('fact.verify')
  const [checking, setChecking] = useState<Fact>()
  const [withdrawing, setWithdrawing] = useState<Fact>()
  const [isRecording, setRecording] = useState(false)
  if (facts.isPending) return <Skeleton cards={3} />
  if (!facts.data) return <ErrorNotice error={facts.error} onRetry={() => void facts.refetch()} />
  return (
    <>
      <Section title={t('known')}>
        {facts.data.length === 0 && <Empty icon='person' title={t('nothingKnown')} next={t('nothingKnownNext')} />}
        <View className={styles.list} {...a11y({ role: 'list', label: t('known') })}>
          {facts.data.map((fact) => (
            <View key={fact.id} {...a11y({ role: 'listitem' })}>
              <ResidentFactCard
                fact={fact}
                mayVerify={mayVerify}
                onCheck={() => setChecking(fact)}
                onWithdraw={() => setWithdrawing(fact)}
              />
            </View>
          ))}
        </View>
      </Section>
      {mayVerify && (
        <Button icon='plus' isWide onPress={() => setRecording(true)}>
          {t('record')}
        </Button>
      )}
      {checking && <FactCheckSheet fact={checking} residentId={residentId} onClose={() => setChecking(undefined)} />}
      {withdrawing && (
        <WithdrawDialog fact={withdrawing} residentId={residentId} onClose={() => setWithdrawing(undefined)} />
      )}
      {isRecording && (
        <RecordFactSheet residentId={residentId} known={facts.data} onClose={() => setRecording(false)} />
      )}
    </>
  )
}

interface WithdrawDialogProps {
  fact: Fact
  residentId: string
  onClose: () => void
}

const WithdrawDialog = ({ fact, residentId, onClose }: WithdrawDialogProps) => {
  const t = useText(factText)
  const { name } = useFactRule()(fact.kind)
  const withdraw = useWithdrawFor(residentId)
  const confirm = () =>
    withdraw.mutate(fact.id, {
      onSuccess: () => {
        onClose()
        showToast(t('withdrawn'))
      },
    })
  return (
    <Dialog
      isOpen
      isDanger
      title={t('withdrawTitle', { fact: name })}
      confirmWords={t('withdraw')}
      isBusy={withdraw.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <View>{t('withdrawWords')}</View>
      {withdraw.error !== null && <ErrorNotice error={withdraw.error} />}
    </Dialog>
  )
}
