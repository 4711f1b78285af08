import { inLanguage } from '@little-bench/shared/kernel/language'
import { FACT_KINDS, FACT_RULES } from '@little-bench/shared/people/facts'
import type { Fact } from '@little-bench/shared/people/profile.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { OfflineWay } from '../../../communities'
import { useDisplaySettings } from '../../../platform/display-settings'
import { useText } from '../../../platform/i18n/text'
import { useSession } from '../../../platform/session'
import { useRefreshOnShow } from '../../../platform/use-refresh-on-show'
import { Dialog } from '../../../ui/dialog'
import { ErrorNotice } from '../../../ui/error-notice'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { showToast } from '../../../ui/toast'
import { FactCard } from '../../components/fact-card'
import { SignedInOnly } from '../../components/signed-in-only'
import { factsText } from '../../facts.text'
import styles from '../../people.module.scss'
import { FACTS_KEY, useMyFacts, useWithdrawFact } from '../../profile.api'

/** What is known about the person, kind by kind, with what it is for. */
export default function FactsPage() {
  const t = useText(factsText)
  const actingFor = useSession((session) => session.actingFor)
  useRefreshOnShow(FACTS_KEY)
  return (
    <Page title={actingFor ? t('factsFor', { name: actingFor.name }) : t('facts')}>
      <View className={styles.hint}>{t('factsHint')}</View>
      <SignedInOnly>
        <Facts />
      </SignedInOnly>
      <OfflineWay />
    </Page>
  )
}

const Facts = () => {
  const facts = useMyFacts()
  const [asked, setAsked] = useState<Fact | null>(null)
  if (facts.isPending) return <Skeleton cards={4} />
  if (!facts.data) return <ErrorNotice error={facts.error} onRetry={() => void facts.refetch()} />
  const known = facts.data.items
  return (
    <>
      {FACT_KINDS.map((kind) => (
        <FactCard key={kind} kind={kind} facts={known.filter((fact) => fact.kind === kind)} onWithdraw={setAsked} />
      ))}
      {asked && <WithdrawDialog fact={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

const WithdrawDialog = ({ fact, onClose }: { fact: Fact; onClose: () => void }) => {
  const t = useText(factsText)
  const language = useDisplaySettings((settings) => settings.language)
  const withdrawing = useWithdrawFact()
  const withdraw = () =>
    withdrawing.mutate(fact.id, {
      onSuccess: () => {
        showToast(t('withdrawn'))
        onClose()
      },
    })
  return (
    <Dialog
      isOpen
      title={t('withdrawTitle', { name: inLanguage(FACT_RULES[fact.kind].name, language) })}
      confirmWords={t('withdraw')}
      isDanger
      isBusy={withdrawing.isPending}
      onConfirm={withdraw}
      onClose={onClose}
    >
      {withdrawing.isError && <ErrorNotice error={withdrawing.error} />}
      <View>{t('withdrawWords')}</View>
    </Dialog>
  )
}
