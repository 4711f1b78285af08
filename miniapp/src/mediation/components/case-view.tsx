import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { StatusChip } from '../../ui/status-chip'
import type { CaseAccess, MediationCase } from '../case.api'
import { caseText } from '../case.text'
import { askOf, canTalk, caseStatus } from '../case-words'
import styles from '../mediation.module.scss'
import { AgreementCard } from './agreement-card'
import { AskCard } from './ask-card'
import { CaseFacts } from './case-facts'
import { CaseMediator } from './case-mediator'
import { CaseReads } from './case-reads'
import { CaseSessions } from './case-sessions'
import { CaseThreads } from './case-threads'
import { FollowUpDays } from './follow-up-days'
import { LeaveCase } from './leave-case'

interface CaseViewProps {
  access: CaseAccess
  found: MediationCase
}

/** A case as one side reads it: where it stands, what is asked of it, and everything that both or it alone may read. */
export const CaseView = ({ access, found }: CaseViewProps) => {
  const t = useText(caseText)
  const { word, tone, sentence } = caseStatus(found, t)
  return (
    <>
      <View className={styles.status}>
        <StatusChip word={word} tone={tone} />
        <Text>{sentence}</Text>
      </View>
      <AskCard access={access} found={found} />
      <CaseMediator found={found} />
      <AgreementCard access={access} found={found} />
      {canTalk(found.state) && <CaseThreads access={access} />}
      <CaseFacts found={found} />
      <CaseSessions sessions={found.sessions} yourSide={found.yourSide} />
      <FollowUpDays days={found.followUpsOn} />
      <CaseReads access={access} />
      {found.moves.includes('withdraw') && askOf(found) !== 'complete' && <LeaveCase access={access} found={found} />}
    </>
  )
}
