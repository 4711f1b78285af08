import { Text, View } from '@tarojs/components'
import { dateInSentence } from '../../platform/dates'
import { useText } from '../../platform/i18n/text'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import { StatusChip } from '../../ui/status-chip'
import type { MediationCase } from '../case.api'
import { committeeText } from '../committee.text'
import styles from '../mediation.module.scss'
import { canInvite, isCommitteeView, isProposing, workStatus } from '../work-words'
import { CallSides } from './call-sides'
import { CaseFacts } from './case-facts'
import { CaseMediator } from './case-mediator'
import { CaseReasons } from './case-reasons'
import { CaseSessions } from './case-sessions'
import { Checklist } from './checklist'
import { FollowUpList } from './follow-up-list'
import { InviteOther } from './invite-other'
import { MoveCase, OtherMoves } from './move-case'
import { ProposeMediator } from './propose-mediator'
import { RecordSession } from './record-session'
import { WorkAgreement } from './work-agreement'
import { WorkThreads } from './work-threads'

/** A case at the desk: at the left what it is and what was said, at the right what to do. */
export const WorkView = ({ found }: { found: MediationCase }) => {
  const t = useText(committeeText)
  const { answerUntil, state } = found
  const isCommittee = isCommitteeView(found)
  // While the committee looks for somebody nobody's time runs out.
  const isProposalMissing = found.canPropose && found.proposal === null
  // Until the other side has come, its code is what is needed most; later it is for who has lost the paper.
  const isFirstInvited = isCommittee && state === 'inviting'
  return (
    <>
      <Card tint='amber'>
        <View className={styles.notice}>
          <Icon name='alert' />
          <Text>{t('watched')}</Text>
        </View>
      </Card>
      <View className={styles.status}>
        <StatusChip {...workStatus(found, t)} />
        {answerUntil !== null && (state === 'inviting' || state === 'choosing') && !isProposalMissing && (
          <Text>{t('answerUntil', { until: dateInSentence(answerUntil) })}</Text>
        )}
      </View>
      <View className={styles.grid}>
        <View>
          <CallSides found={found} />
          {isProposing(found) ? <ProposeMediator found={found} /> : <MoveCase found={found} />}
          {isFirstInvited && <InviteOther found={found} />}
          <Checklist found={found} />
          <RecordSession found={found} />
          <WorkAgreement found={found} />
          <FollowUpList found={found} />
          {isCommittee && canInvite(state) && !isFirstInvited && <InviteOther found={found} />}
          <OtherMoves found={found} />
        </View>
        <View>
          <CaseFacts found={found} />
          <CaseMediator found={found} />
          <CaseSessions sessions={found.sessions} yourSide={found.yourSide} />
          <WorkThreads found={found} />
          <CaseReasons found={found} />
        </View>
      </View>
    </>
  )
}
