import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { Section } from '../../ui/section'
import { showToast } from '../../ui/toast'
import { type CaseAccess, type MediationCase, useAnswerProposal, useChooseMediators } from '../case.api'
import { caseText } from '../case.text'
import { askOf } from '../case-words'
import styles from '../mediation.module.scss'
import { AnswerInvitation } from './answer-invitation'
import { MediatorWords } from './mediator-choice'
import { MediatorPicker } from './mediator-picker'

interface AskProps {
  access: CaseAccess
  found: MediationCase
}

/** What this side is asked to do now. An agreement is confirmed where it stands. */
export const AskCard = ({ access, found }: AskProps) => {
  switch (askOf(found)) {
    case 'answer_invitation':
      return <AnswerInvitation access={access} found={found} />
    case 'tick':
      return <TickAgain key={found.round} access={access} found={found} />
    case 'answer_proposal':
      return found.proposal && <AnswerProposal access={access} proposal={found.proposal} />
    default:
      return null
  }
}

const TickAgain = ({ access, found }: AskProps) => {
  const t = useText(caseText)
  // What was ticked before stays ticked: whoever still trusts them adds others.
  const [chosen, setChosen] = useState<readonly string[]>(found.yourTicks?.slice(-5) ?? [])
  const [hasTried, setTried] = useState(false)
  const choosing = useChooseMediators(access)
  const send = () => {
    setTried(true)
    if (chosen.length > 0) choosing.mutate([...chosen], { onSuccess: () => showToast(t('ticked')) })
  }
  return (
    <Section title={t('yourTurn')}>
      <MediatorPicker
        communityId={access.communityId}
        token={access.token}
        kind={found.disputeKind}
        chosen={chosen}
        onChange={setChosen}
      />
      {hasTried && chosen.length === 0 && <Card tint='amber'>{t('tickMissing')}</Card>}
      {choosing.error !== null && <ErrorNotice error={choosing.error} />}
      <Button kind='primary' isWide isBusy={choosing.isPending} onPress={send}>
        {t('tickSend')}
      </Button>
    </Section>
  )
}

interface AnswerProposalProps {
  access: CaseAccess
  proposal: NonNullable<MediationCase['proposal']>
}

const AnswerProposal = ({ access, proposal }: AnswerProposalProps) => {
  const t = useText(caseText)
  const answering = useAnswerProposal(access)
  const answer = (accept: boolean) => answering.mutate(accept, { onSuccess: () => showToast(t('answered')) })
  return (
    <Section title={t('proposalTitle')}>
      <Card tint='blue'>
        <MediatorWords card={proposal} />
        <View>{t('proposalWords')}</View>
      </Card>
      {answering.error !== null && <ErrorNotice error={answering.error} />}
      <View className={styles.ways}>
        <Button kind='primary' isBusy={answering.isPending} onPress={() => answer(true)}>
          {t('proposalYes')}
        </Button>
        <Button isDisabled={answering.isPending} onPress={() => answer(false)}>
          {t('proposalNo')}
        </Button>
      </View>
    </Section>
  )
}
