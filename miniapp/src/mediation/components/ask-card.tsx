import { View } from '@tarojs/components'
import { useState } from 'react'
import { useText } from '../../platform/i18n/text'
import { openPage } from '../../platform/navigation'
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
import { LeaveCase } from './leave-case'
import { MediatorWords } from './mediator-choice'
import { MediatorPicker } from './mediator-picker'

interface AskProps {
  access: CaseAccess
  found: MediationCase
}

/** What this side is asked to do now. An agreement is confirmed where it stands. */
export const AskCard = ({ access, found }: AskProps) => {
  switch (askOf(found)) {
    case 'complete':
      return <CompleteRequest access={access} found={found} />
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

/** What staff brought over goes on when the resident says yes, and ends when they say no. */
const CompleteRequest = ({ access, found }: AskProps) => {
  const t = useText(caseText)
  const fromWorkItemId = found.fromWorkItemId ?? ''
  return (
    <Section title={t('completeTitle')}>
      <Card tint='blue'>{found.statement}</Card>
      <View className={styles.hint}>{t('completeWords')}</View>
      <Button kind='primary' isWide onPress={() => openPage('mediation/pages/request/index', { fromWorkItemId })}>
        {t('completeYes')}
      </Button>
      <LeaveCase access={access} found={found} words={t('completeNo')} />
    </Section>
  )
}

const TickAgain = ({ access, found }: AskProps) => {
  const t = useText(caseText)
  // What was ticked before stays ticked: whoever still trusts them adds others.
  const [chosen, setChosen] = useState<readonly string[]>(found.yourTicks?.slice(-5) ?? [])
  const choosing = useChooseMediators(access)
  const send = () => choosing.mutate([...chosen], { onSuccess: () => showToast(t('ticked')) })
  return (
    <Section title={t('yourTurn')}>
      <MediatorPicker
        communityId={access.communityId}
        token={access.token}
        kind={found.disputeKind}
        chosen={chosen}
        onChange={setChosen}
      />
      {choosing.error !== null && <ErrorNotice error={choosing.error} />}
      <Button kind='primary' isWide isBusy={choosing.isPending} onPress={send}>
        {t(chosen.length > 0 ? 'tickSend' : 'tickNone')}
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
      </Card>
      <View className={styles.hint}>{t('proposalWords')}</View>
      {answering.error !== null && <ErrorNotice error={answering.error} />}
      <View className={styles.stack}>
        <Button kind='primary' isWide isBusy={answering.isPending} onPress={() => answer(true)}>
          {t('proposalYes')}
        </Button>
        <Button isWide isDisabled={answering.isPending} onPress={() => answer(false)}>
          {t('proposalNo')}
        </Button>
      </View>
    </Section>
  )
}
