import { View } from '@tarojs/components'
import { useState } from 'react'
import { useDisplaySettings } from '../../platform/display-settings'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ChoiceList } from '../../ui/choice-list'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { showToast } from '../../ui/toast'
import { type MediationCase, useMediators } from '../case.api'
import { useProposeMediator } from '../committee.api'
import { committeeText } from '../committee.text'
import styles from '../mediation.module.scss'
import { mediatorLines, mediatorName } from '../mediation-words'
import { requestText } from '../request.text'

/** Nobody is trusted by both: the committee names somebody, and both answer. */
export const ProposeMediator = ({ found }: { found: MediationCase }) => {
  const t = useText(committeeText)
  const { proposal, canPropose } = found
  return (
    <Section title={t('propose')}>
      <View className={styles.hint}>{t('proposeWords')}</View>
      {proposal && (
        <Card tint='blue'>
          <View className={styles.name}>{t(canPropose ? 'notTaken' : 'proposed')}</View>
          <View>{proposal.name}</View>
        </Card>
      )}
      {canPropose ? <ChooseProposal found={found} /> : <View className={styles.hint}>{t('proposeOtherWords')}</View>}
    </Section>
  )
}

const ChooseProposal = ({ found: { communityId, id } }: { found: MediationCase }) => {
  const t = useText(committeeText)
  const tCard = useText(requestText)
  const language = useDisplaySettings((settings) => settings.language)
  const [chosen, setChosen] = useState<string | null>(null)
  const [hasTried, setTried] = useState(false)
  const mediators = useMediators({ communityId, token: null }, undefined)
  const proposing = useProposeMediator({ communityId, caseId: id })
  const send = () => {
    setTried(true)
    if (chosen === null) return
    proposing.mutate(chosen, { onSuccess: () => showToast(t('proposed')) })
  }
  return (
    <>
      <ChoiceList<string>
        label={t('proposeWho')}
        isRequired
        choices={(mediators.data ?? [])
          .filter(({ isOnLeave }) => !isOnLeave)
          .map((card) => ({
            value: card.id,
            name: mediatorName(card, language),
            note: mediatorLines(card, tCard, language).join('，'),
          }))}
        value={chosen}
        onChange={setChosen}
        error={hasTried && chosen === null ? t('proposeMissing') : undefined}
      />
      {proposing.error !== null && <ErrorNotice error={proposing.error} />}
      <Button kind='primary' isWide isBusy={proposing.isPending} onPress={send}>
        {t('proposeSend')}
      </Button>
    </>
  )
}
